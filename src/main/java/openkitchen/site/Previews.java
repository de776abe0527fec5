package openkitchen.site;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import openkitchen.material.Version;
import openkitchen.problem.NotFound;
import openkitchen.reading.First;
import openkitchen.reading.Reading;
import openkitchen.reading.Readings;
import openkitchen.text.Html;
import openkitchen.text.Markdown;
import org.springframework.stereotype.Component;

/** Finds how what a version holds is shown. Does not wait until a file is read. */
@Component
class Previews {

    /** The page shows so much of a text; the rest is in the file. */
    static final int LONGEST = 300_000;

    private static final Duration PATIENCE = Duration.ofMillis(250);

    private final Readings readings;
    private final Markdown markdown;

    Previews(Readings readings, Markdown markdown) {
        this.readings = readings;
        this.markdown = markdown;
    }

    /** @throws NotFound when the version has no such file */
    Preview of(Version version, int place) {
        return switch (version.kind()) {
            case TEXT -> new Preview(0, null, prose(version.body()));
            case LINK -> new Preview(0, null, new Shown.Link(version.body()));
            case FILES -> {
                Version.File file = file(version, place);
                yield new Preview(place, file, shown(file));
            }
        };
    }

    static Version.File file(Version version, int place) {
        if (place < 0 || place >= version.files().size()) {
            throw new NotFound();
        }
        return version.files().get(place);
    }

    static boolean picture(Version.File file) {
        return switch (file.contentType()) {
            case "image/png", "image/jpeg", "image/gif", "image/webp", "image/bmp" -> true;
            default -> false;
        };
    }

    static boolean pdf(Version.File file) {
        return file.contentType().equals("application/pdf");
    }

    private Shown shown(Version.File file) {
        if (picture(file)) {
            return new Shown.Picture();
        }
        if (pdf(file)) {
            return pages(file);
        }
        if (file.contentType().startsWith("video/")) {
            return new Shown.Video();
        }
        if (file.contentType().startsWith("audio/")) {
            return new Shown.Audio();
        }
        Optional<Reading> known = readings.known(file.id());
        if (known.isEmpty()) {
            Optional<First> first = readings.first(file.id(), PATIENCE);
            known = readings.known(file.id());
            if (known.isEmpty()) {
                return first.<Shown>map(begun -> new Shown.Table(List.of(begun.sheet()), false, false))
                        .orElseGet(Shown.Later::new);
            }
        }
        return shown(file, known.get());
    }

    private Shown pages(Version.File file) {
        return new Shown.Pdf(readings.firstPage(file.id()).isPresent());
    }

    private Shown shown(Version.File file, Reading reading) {
        return switch (reading) {
            case Reading.Table table -> new Shown.Table(table.sheets(), table.cut(), true);
            case Reading.Text text ->
                text.format() == Reading.Format.MARKDOWN
                        ? prose(text.text())
                        : plain(text.text(), text.cut(), text.format() == Reading.Format.WORD);
            case Reading.Pages pages -> pages(file);
            case Reading.Nothing none -> new Shown.Not("reading.not_known");
            case Reading.Unreadable(Reading.Why why) -> new Shown.Not("reading." + why.code());
        };
    }

    private Shown prose(String text) {
        return text.length() <= Markdown.LONGEST
                ? new Shown.Prose(new Html(markdown.html(text)), false)
                : plain(text, false, false);
    }

    private static Shown plain(String text, boolean cut, boolean word) {
        List<Shown.Line> lines = new ArrayList<>();
        int from = 0;
        while (from <= text.length() && from < LONGEST) {
            int end = text.indexOf('\n', from);
            int until = end < 0 ? text.length() : end;
            lines.add(new Shown.Line(from, text.substring(from, Math.min(until, from + LONGEST))));
            from = until + 1;
        }
        return new Shown.Plain(lines, cut || from < text.length(), word);
    }
}
