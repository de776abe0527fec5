package openkitchen.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import openkitchen.id.FileId;
import openkitchen.material.Content;
import openkitchen.people.Viewer;
import openkitchen.problem.Invalid;
import openkitchen.store.Files;
import openkitchen.store.Uploads;
import openkitchen.text.CleanText;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
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

    /** The content of a version as a form sends it; fields of other kinds than the chosen one say nothing. */
    record Sent(String kind, @Nullable List<MultipartFile> file, List<String> upload, String text, String url) {}

    /** @throws Invalid for a kind that is none, and for files that cannot be taken */
    Content content(Viewer viewer, Sent sent) {
        return switch (sent.kind()) {
            case "files" -> new Content.Files(kept(viewer, sent));
            case "text" -> new Content.Text(CleanText.body(sent.text()));
            case "link" -> new Content.Link(CleanText.line(sent.url()));
            default -> throw new Invalid("kind", "error.choice");
        };
    }

    private List<FileId> kept(Viewer viewer, Sent sent) {
        List<FileId> kept = new ArrayList<>();
        sent.upload()
                .forEach(token ->
                        kept.add(uploads.finished(token, viewer.person()).id()));
        List<MultipartFile> along = sent.file() == null ? List.of() : sent.file();
        for (MultipartFile file : along) {
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
