package openkitchen.material;

import java.util.List;
import openkitchen.id.FileId;

/** What a version holds. */
public sealed interface Content {

    /** One file, or several that belong together, in their order. */
    record Files(List<FileId> files) implements Content {}

    /** A text written in place, Markdown. */
    record Text(String body) implements Content {}

    /** An address; what is there is not kept and may change. */
    record Link(String url) implements Content {}
}
