package openkitchen.demo;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The past of one project, as {@code demo/<story>.yaml} tells it. Where somebody does something at some time, it is one line:
 * the person's key, the time as {@link Days} reads it, and what else is needed, e.g. {@code anton 126 10:00 doing}.
 *
 * @param client null for an inner project
 * @param account key of the person who makes the project
 * @param team by {@code who roles time}, what they do there
 * @param left when who was taken off the team again
 * @param stages lines with the new stage
 * @param status by lines with the new status, the reason
 * @param labels colours by name
 * @param wip limits by kind of column
 * @param files what is attached, by name
 */
record Story(
        String key,
        String name,
        String language,
        @Nullable String client,
        String account,
        List<String> services,
        String stage,
        String begins,
        List<Map<String, String>> team,
        @Nullable Map<String, String> left,
        @Nullable List<String> stages,
        @Nullable List<Map<String, String>> status,
        @Nullable List<Map<String, String>> strategy,
        @Nullable List<Map<String, String>> business,
        @Nullable List<Link> links,
        @Nullable Map<String, String> labels,
        @Nullable Map<String, Integer> wip,
        @Nullable Map<String, Prop> files,
        List<Scene> cards) {

    record Link(
            String at, String title, String url, @Nullable String note) {}

    /**
     * A card and all that became of it.
     *
     * @param ref by which other texts name it, as {@code {#ref}}
     * @param made a line with the column
     * @param draft its description at first; {@code text} came with {@code rewritten}
     * @param files lines of who attached what, or {@code who time link title | address}
     * @param cover name of a file above, or a colour
     * @param moves lines with the column
     * @param of the question that became this card, by its name; its words are the description
     * @param talk by {@code who time +file …}, what they said; more than a message as {@link TalkPlot} reads it
     */
    record Scene(
            String title,
            @Nullable String ref,
            @Nullable String of,
            @Nullable String kind,
            @Nullable String discipline,
            @Nullable List<String> affects,
            String made,
            @Nullable List<String> people,
            @Nullable List<String> labels,
            @Nullable String start,
            @Nullable String due,
            @Nullable String draft,
            @Nullable String rewritten,
            @Nullable String text,
            @Nullable List<Tasks> lists,
            @Nullable List<Map<String, String>> files,
            @Nullable String cover,
            @Nullable List<String> moves,
            @Nullable List<Map<String, String>> talk,
            @Nullable String archived) {}

    /** A checklist; an item that is done begins with {@code "x "}. */
    record Tasks(String name, List<String> items) {}

    /** The cards in the order in which they were made, which is that of their numbers. */
    List<Scene> inOrder(Days days) {
        return cards.stream()
                .sorted(Comparator.comparing(scene -> days.line(scene.made()).at()))
                .toList();
    }

    static Story read(String name) {
        return Pages.read(name, Story.class);
    }

    static <T> List<T> all(@Nullable List<T> some) {
        return some == null ? List.of() : some;
    }

    static <V> Map<String, V> all(@Nullable Map<String, V> some) {
        return some == null ? Map.of() : some;
    }
}
