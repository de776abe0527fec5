package openkitchen.reading;

import java.util.List;
import java.util.Locale;
import openkitchen.text.Clip;

/** What was found in a file. */
public sealed interface Reading {

    int MOST_TEXT = 2_000_000;
    int MOST_WORDS = 200_000;

    /** The text that search looks in, at most {@value #MOST_WORDS} characters. */
    default String words() {
        return switch (this) {
            case Table table -> table.found();
            case Text text -> Clip.to(text.text(), MOST_WORDS);
            case Pages pages -> Clip.to(pages.text(), MOST_WORDS);
            case Nothing none -> "";
            case Unreadable none -> "";
        };
    }

    /**
     * A workbook or a CSV file; its rows are asked of {@link Readings#rows}.
     *
     * @param cut whether rows, columns or sheets were left out because there are too many
     * @param found the beginning of all its cells' text, for {@link #words}
     */
    record Table(List<Sheet> sheets, boolean cut, String found) implements Reading {}

    /** @param text with {@code \n} between lines, at most {@value #MOST_TEXT} characters; {@code cut} when there were more */
    record Text(String text, Format format, boolean cut) implements Reading {}

    /** A PDF: how many pages, and its words. */
    record Pages(int pages, String text) implements Reading {}

    /** Pictures, video, audio: there is nothing to read. */
    record Nothing() implements Reading {}

    record Unreadable(Why why) implements Reading {

        /** Whether it may come out better at another time. */
        public boolean passing() {
            return why == Why.TOO_LONG || why == Why.NOT_NOW;
        }
    }

    enum Format {
        PLAIN,
        MARKDOWN,
        WORD
    }

    /** Why a file was not read; {@code reading.<code>} says it to people. */
    enum Why {
        BROKEN,
        TOO_LARGE,
        TOO_LONG,
        ENCRYPTED,
        OLD_FORMAT,
        NOT_KNOWN,
        NOT_NOW;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
