package openkitchen.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import openkitchen.material.Version;
import openkitchen.material.Versions;
import openkitchen.text.Clip;
import org.jspecify.annotations.Nullable;

@Schema(name = "Version", description = "A version of a material. It never changes.")
record VersionView(
        @Schema(description = "1, 2, 3 …") int number,

        @Schema(allowableValues = {"files", "text", "link"}) String kind,

        @Schema(
                description =
                        "Of a text. Where several versions are listed at most its first 2,000 characters; the whole "
                                + "is at the version itself.")
        @Nullable
        String text,

        @Schema(description = "Whether the text goes on where this ends.")
        boolean cut,

        @Schema(description = "Of a link. What is there is not kept and may change.") @Nullable
        String url,

        @Schema(description = "What became otherwise, as its author says it.")
        String note,

        @Schema(
                description =
                        "Of one file, the file's own. Of several, over the list that sha256sum prints of them in the "
                                + "order of their names. Of a text or an address, over its characters in UTF-8.")
        String sha256,

        List<FileView> files,
        Instant at,
        @Schema(description = "The id of who added it.") long by) {

    @Schema(name = "VersionFile")
    record FileView(
            @Schema(description = "Its place in the version, from 0.")
            int place,

            String name,
            String contentType,
            @Schema(description = "In bytes.") long size,
            String sha256,
            @Schema(description = "Where its bytes are.") String content) {}

    /** One by itself, with all of its text. */
    static VersionView whole(String key, Version version) {
        return of(key, version, version.body(), false);
    }

    /** One among others, with its text's beginning. */
    static VersionView among(String key, Version version) {
        String body = version.body();
        boolean cut = version.kind() == Version.Kind.TEXT && body.length() > Versions.BEGINNING;
        return of(key, version, cut ? Clip.to(body, Versions.BEGINNING) : body, cut);
    }

    private static VersionView of(String key, Version version, String body, boolean cut) {
        return new VersionView(
                version.number(),
                version.kind().code(),
                version.kind() == Version.Kind.TEXT ? body : null,
                cut,
                version.kind() == Version.Kind.LINK ? body : null,
                version.note(),
                version.sha256(),
                version.files().stream()
                        .map(file -> new FileView(
                                file.place(),
                                file.name(),
                                file.contentType(),
                                file.size(),
                                file.sha256(),
                                "/api/v1/projects/" + key + "/materials/" + version.material() + "/versions/"
                                        + version.number() + "/files/" + file.place()))
                        .toList(),
                version.at(),
                version.by().value());
    }
}
