package openkitchen.text;

import gg.jte.Content;
import gg.jte.TemplateOutput;

/** Markup that is safe to put on a page as it is; templates write it without escaping. */
public record Html(String markup) implements Content {

    @Override
    public void writeTo(TemplateOutput output) {
        output.writeContent(markup);
    }

    @Override
    public boolean isEmptyContent() {
        return markup.isEmpty();
    }

    @Override
    public String toString() {
        return markup;
    }
}
