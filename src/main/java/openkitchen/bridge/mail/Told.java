package openkitchen.bridge.mail;

import java.util.List;
import openkitchen.text.Html;

/**
 * What a letter says, part by part, in the reader's words.
 *
 * @param title what stands above everything; empty in a letter about one card
 * @param after what stands below, before the foot
 * @param foot why they get it
 * @param stops the links that stop such letters, words and addresses
 */
public record Told(String lang, String title, List<Part> parts, String after, String foot, List<Link> stops) {

    /** A project of which the letter tells, or the one card that it is about. */
    public record Part(String heading, List<Item> items) {}

    /**
     * One thing.
     *
     * @param sentence who does what
     * @param card its title with the number; empty where the letter is about one card
     * @param quote what it is about, shortened; empty for nothing
     * @param words what was said; null for nothing
     * @param plain the same as text
     * @param due until when; empty for no promise
     * @param links what can be done with it; the first is the main one
     */
    public record Item(
            String sentence,
            String card,
            String quote,
            @org.jspecify.annotations.Nullable Html words,
            String plain,
            String due,
            List<Link> links) {}

    public record Link(String words, String url) {}

    /** As text alone. */
    String plain() {
        StringBuilder text = new StringBuilder();
        if (!title.isEmpty()) {
            text.append(title).append("\n\n");
        }
        for (Part part : parts) {
            if (!part.heading().isEmpty()) {
                text.append("== ").append(part.heading()).append(" ==\n\n");
            }
            part.items().forEach(item -> item(text, item));
        }
        if (!after.isEmpty()) {
            text.append(after).append("\n\n");
        }
        text.append("-- \n").append(foot).append('\n');
        stops.forEach(stop -> link(text, stop));
        return text.toString();
    }

    private static void item(StringBuilder text, Item item) {
        text.append(item.sentence()).append('\n');
        if (!item.card().isEmpty()) {
            text.append(item.card()).append('\n');
        }
        if (!item.due().isEmpty()) {
            text.append(item.due()).append('\n');
        }
        if (!item.quote().isEmpty()) {
            text.append("> ").append(item.quote()).append('\n');
        }
        if (!item.plain().isBlank()) {
            text.append('\n').append(item.plain().strip()).append('\n');
        }
        text.append('\n');
        item.links().forEach(link -> link(text, link));
        text.append('\n');
    }

    private static void link(StringBuilder text, Link link) {
        if (link.url().startsWith("http")) {
            text.append(link.words()).append(": ").append(link.url()).append('\n');
        }
    }
}
