package openkitchen.bridge.trello;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is attached to a card. The export holds no contents. */
public sealed interface TrelloAttachment {

    String id();

    /** As shown; for links often the address itself. */
    String name();

    String url();

    @Nullable
    Instant at();

    @Nullable
    String memberId();

    /**
     * A file, to be fetched from {@code url} with a Trello key.
     *
     * @param fileName as stored, percent-decoded, without any folder
     * @param mimeType null when not known
     * @param malicious Trello's scanner says so
     */
    record Upload(
            String id,
            String name,
            String fileName,
            String url,
            @Nullable Long bytes,
            @Nullable String mimeType,
            @Nullable Instant at,
            @Nullable String memberId,
            boolean malicious)
            implements TrelloAttachment {}

    record Link(
            String id,
            String name,
            String url,
            @Nullable Instant at,
            @Nullable String memberId) implements TrelloAttachment {}

    /**
     * A link to a card.
     *
     * @param cardKey for {@link TrelloBoard#cardsByKey()}; the card may be of another board
     */
    record CardLink(
            String id,
            String name,
            String url,
            String cardKey,
            @Nullable Instant at,
            @Nullable String memberId) implements TrelloAttachment {}
}
