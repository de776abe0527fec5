package openkitchen.site;

import java.util.List;
import openkitchen.material.Version;
import org.springframework.stereotype.Component;

/** Takes a glimpse of a version, for where it stands among others. Nothing is read for it that would have to be waited for. */
@Component
class Glimpses {

    private static final int TEXT = 1500;

    private final CardPieces pieces;

    Glimpses(CardPieces pieces) {
        this.pieces = pieces;
    }

    Glimpse of(BoardView board, Version version) {
        return switch (version.kind()) {
            case TEXT -> {
                String body = version.body();
                boolean more = body.length() > TEXT;
                yield new Glimpse(
                        null, pieces.html(board, more ? body.substring(0, TEXT) + " …" : body), List.of(), more);
            }
            case LINK -> Glimpse.NONE;
            case FILES ->
                version.files().stream()
                        .filter(Version.File::thumbnail)
                        .findFirst()
                        .map(file -> new Glimpse(path(board, version, file), null, List.of(), false))
                        .orElse(Glimpse.NONE);
        };
    }

    private static String path(BoardView board, Version version, Version.File file) {
        return board.path() + "/materials/" + version.material() + "/" + version.number() + "/files/" + file.place()
                + "/small";
    }
}
