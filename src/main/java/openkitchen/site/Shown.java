package openkitchen.site;

import java.util.List;
import openkitchen.reading.Sheet;
import openkitchen.text.Html;

/** How something is shown on the page of a version. */
public sealed interface Shown {

    record Picture() implements Shown {}

    /** @param first whether there is a picture of its first page */
    record Pdf(boolean first) implements Shown {}

    record Video() implements Shown {}

    record Audio() implements Shown {}

    /** @param whole whether all of it is read; before that only its first rows are there */
    record Table(List<Sheet> sheets, boolean cut, boolean whole) implements Shown {}

    /** Markdown as it looks. */
    record Prose(Html html, boolean cut) implements Shown {}

    /** @param word whether it comes of a Word file */
    record Plain(List<Line> lines, boolean cut, boolean word) implements Shown {}

    record Link(String url) implements Shown {}

    /** It is being read. */
    record Later() implements Shown {}

    /** @param why a message's key */
    record Not(String why) implements Shown {}

    /** @param from where it begins in the text, in UTF-16 units */
    record Line(int from, String text) {}
}
