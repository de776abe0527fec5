package openkitchen.material;

import java.time.Instant;
import openkitchen.id.CardId;
import openkitchen.id.MaterialId;
import openkitchen.id.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * Something that is shown to the client, in versions.
 *
 * @param card the number of the card on which it is
 * @param versions the number of the newest version
 * @param archived when it was put away; null while it is in use
 */
public record Material(
        MaterialId id,
        CardId cardId,
        int card,
        String cardTitle,
        String name,
        int versions,
        Instant at,
        PersonId by,
        @Nullable Instant archived) {}
