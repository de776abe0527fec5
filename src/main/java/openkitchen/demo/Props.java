package openkitchen.demo;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/** The content of a story's files. */
final class Props {

    private final Map<String, Prop> props;
    private final Wording wording;
    private final Studio studio;

    Props(Story story, Wording wording, Studio studio) {
        this.props = Story.all(story.files());
        this.wording = wording;
        this.studio = studio;
    }

    InputStream open(String name) {
        return new ByteArrayInputStream(studio.paints(name) ? studio.picture(name) : write(name));
    }

    private byte[] write(String name) {
        Prop prop = Objects.requireNonNull(props.get(name), () -> "no file " + name);
        return text(
                prop.keywords() == null ? wording.of(Objects.requireNonNull(prop.text())) : keywords(prop.keywords()));
    }

    /** With a byte order mark, so that a spreadsheet reads Cyrillic. */
    private static byte[] text(String words) {
        return ("\uFEFF" + words + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static String keywords(Prop.Keywords wanted) {
        Random dice = new Random(wanted.seed());
        StringBuilder table = new StringBuilder(wanted.head());
        wanted.groups().forEach((group, words) -> {
            for (String word : words) {
                int demand = 900 + dice.nextInt(4000);
                for (String tail : wanted.tails()) {
                    String keyword = (word + " " + tail).strip();
                    table.append("\n%s;%s;%d".formatted(group, keyword, demand));
                    demand = Math.max(10, demand * (55 + dice.nextInt(40)) / 100);
                }
            }
        });
        return table.toString();
    }
}
