package openkitchen.site;

/** That a comment answers another, and as what. */
public record ReplyView(Quote to, As as) {

    public enum As {
        REPLY,
        /** It answers a question. */
        ANSWER,
        /** It answered a question, but not to what was asked. */
        MISSED
    }
}
