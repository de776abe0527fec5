package openkitchen.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import openkitchen.id.FileId;
import openkitchen.material.Content;
import openkitchen.people.Viewer;
import openkitchen.problem.Invalid;
import openkitchen.store.Files;
import openkitchen.store.Uploads;
import openkitchen.text.CleanText;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.multipart.MultipartFile;

/** Reads what a form puts into a version: files that come with it or came before, a text, or an address. */
@Component
class MaterialForm {

    private final Files files;
    private final Uploads uploads;

    MaterialForm(Files files, Uploads uploads) {
        this.files = files;
        this.uploads = uploads;
    }

    /** A version as a form sends it; fields of other kinds than the chosen one say nothing. */
    record Sent(MultiValueMap<String, String> fields, List<MultipartFile> files) {

        static Sent of(MultiValueMap<String, String> fields, @Nullable List<MultipartFile> files) {
            return new Sent(fields, files == null ? List.of() : files);
        }

        String field(String name) {
            return Objects.requireNonNullElse(fields.getFirst(name), "");
        }

        String note() {
            return CleanText.body(field("note"));
        }

        /** Whether the client is to be asked about it at once. */
        boolean ask() {
            return fields.containsKey("ask");
        }

        List<String> uploads() {
            return fields.getOrDefault("upload", List.of()).stream()
                    .filter(token -> !token.isEmpty())
                    .toList();
        }
    }

    /** @throws Invalid for a kind that is none, and for files that cannot be taken */
    Content content(Viewer viewer, Sent sent) {
        return switch (sent.field("kind")) {
            case "files", "" -> new Content.Files(kept(viewer, sent));
            case "text" -> new Content.Text(CleanText.body(sent.field("text")));
            case "link" -> new Content.Link(CleanText.line(sent.field("url")));
            default -> throw new Invalid("kind", "error.choice");
        };
    }

    private List<FileId> kept(Viewer viewer, Sent sent) {
        List<FileId> kept = new ArrayList<>();
        sent.uploads()
                .forEach(token ->
                        kept.add(uploads.finished(token, viewer.person()).id()));
        for (MultipartFile file : sent.files()) {
            if (!file.isEmpty()) {
                String name = file.getOriginalFilename() == null ? "file" : file.getOriginalFilename();
                try {
                    kept.add(files.keep(file.getInputStream(), name, viewer.person())
                            .id());
                } catch (IOException broken) {
                    throw new UncheckedIOException(broken);
                }
            }
        }
        return kept;
    }
}
