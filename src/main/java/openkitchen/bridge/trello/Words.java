package openkitchen.bridge.trello;

/** The file's names and texts, made fit, and what was changed about them counted. */
final class Words {

    private final Notes notes;

    Words(Notes notes) {
        this.notes = notes;
    }

    /** A name that people see: one line. */
    String name(Node node, String key) {
        String raw = node.text(key);
        if (TrelloText.breaks(raw.strip())) {
            notes.namesOnOneLine++;
        }
        return TrelloText.line(raw);
    }

    String body(Node node, String key) {
        return TrelloText.body(node.text(key));
    }
}
