package openkitchen.site;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import openkitchen.id.MaterialId;
import openkitchen.material.Version;
import openkitchen.material.Versions;
import openkitchen.people.Viewer;
import openkitchen.problem.NotFound;
import openkitchen.project.Projects;
import openkitchen.reading.First;
import openkitchen.reading.Reading;
import openkitchen.reading.Readings;
import openkitchen.reading.Row;
import openkitchen.reading.Rows;
import openkitchen.reading.RowsWish;
import openkitchen.reading.Sheet;
import openkitchen.store.Files;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.json.JsonMapper;

/** The files of a version: their bytes, and the rows of tables. */
@Controller
@RequestMapping("/p/{key}/materials/{id}/{number}/files/{place}")
class VersionFileDoor {

    private static final int LONGEST_QUERY = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Projects projects;
    private final Versions versions;
    private final Files files;
    private final Sending sending;
    private final Readings readings;
    private final TableRows tableRows;

    VersionFileDoor(
            Projects projects,
            Versions versions,
            Files files,
            Sending sending,
            Readings readings,
            TableRows tableRows) {
        this.projects = projects;
        this.versions = versions;
        this.files = files;
        this.sending = sending;
        this.readings = readings;
        this.tableRows = tableRows;
    }

    @GetMapping
    ResponseEntity<Resource> file(
            Viewer viewer,
            @PathVariable String key,
            @PathVariable long id,
            @PathVariable int number,
            @PathVariable int place,
            @RequestParam(required = false) @Nullable String download) {
        Version.File file = file(viewer, key, id, number, place);
        return sending.file(files.one(file.id()), file.name(), download != null);
    }

    /** The small picture of a picture, or that of a document's first page. */
    @GetMapping("/small")
    ResponseEntity<Resource> small(
            Viewer viewer,
            @PathVariable String key,
            @PathVariable long id,
            @PathVariable int number,
            @PathVariable int place) {
        Version.File file = file(viewer, key, id, number, place);
        if (!Previews.pdf(file)) {
            return sending.small(file.id());
        }
        Path jpeg = readings.firstPage(file.id()).orElseThrow(NotFound::new);
        return sending.picture(files.one(file.id()), jpeg);
    }

    private Version.File file(Viewer viewer, String key, long id, int number, int place) {
        Version version = versions.one(projects.seat(viewer, key), new MaterialId(id), number);
        return Previews.file(version, place);
    }

    /**
     * Some rows of a table, those that match. While it is being read, its first rows; 503 while there are none yet, with the seconds
     * after which to ask again.
     *
     * @param at the number of the row with which to begin, instead of {@code from}
     * @param wishes {@code f0}, {@code f1} …: what a column is to contain
     */
    @GetMapping("/rows")
    ResponseEntity<String> rows(
            Viewer viewer,
            @PathVariable String key,
            @PathVariable long id,
            @PathVariable int number,
            @PathVariable int place,
            @RequestParam(defaultValue = "0") int sheet,
            @RequestParam(defaultValue = "0") int from,
            @RequestParam(defaultValue = "200") int count,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable Integer at,
            @RequestParam Map<String, String> wishes) {
        Version.File file = file(viewer, key, id, number, place);
        Optional<Reading> known = readings.known(file.id());
        if (known.isEmpty()) {
            return beginning(file, sheet, from, count);
        }
        if (!(known.get() instanceof Reading.Table table)
                || sheet < 0
                || sheet >= table.sheets().size()) {
            throw new NotFound();
        }
        Sheet about = table.sheets().get(sheet);
        int first = at == null ? from : tableRows.index(file.id(), sheet, about, at);
        Rows rows = readings.rows(file.id(), sheet, new RowsWish(first, count, shortened(q), filters(wishes)));
        return answer(rows, first, about.rows(), true);
    }

    private ResponseEntity<String> beginning(Version.File file, int sheet, int from, int count) {
        Optional<First> first = readings.first(file.id(), PATIENCE).filter(begun -> sheet == 0);
        if (first.isEmpty()) {
            return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                    .header(HttpHeaders.RETRY_AFTER, "1")
                    .cacheControl(CacheControl.noStore())
                    .build();
        }
        List<Row> rows = first.get().rows();
        int start = Math.clamp(from, 0, rows.size());
        List<Row> some = rows.subList(start, Math.clamp((long) start + count, start, rows.size()));
        return answer(new Rows(rows.size(), some), start, rows.size(), false);
    }

    private static Map<Integer, String> filters(Map<String, String> wishes) {
        Map<Integer, String> filters = new TreeMap<>();
        wishes.forEach((name, text) -> {
            if (name.matches("f[0-9]{1,4}") && !text.isBlank()) {
                filters.put(Integer.parseInt(name.substring(1)), shortened(text));
            }
        });
        return filters;
    }

    private static String shortened(String text) {
        String clean = text.strip();
        return clean.length() <= LONGEST_QUERY ? clean : clean.substring(0, LONGEST_QUERY);
    }

    private static ResponseEntity<String> answer(Rows rows, int from, int all, boolean whole) {
        List<List<Object>> sent = new ArrayList<>();
        rows.rows().forEach(row -> sent.add(List.of(row.number(), row.cells())));
        Map<String, Object> json = new HashMap<>();
        json.put("total", rows.total());
        json.put("all", all);
        json.put("from", from);
        json.put("whole", whole);
        json.put("rows", sent);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(whole ? CacheControl.maxAge(Duration.ofHours(1)).cachePrivate() : CacheControl.noStore())
                .body(JsonMapper.shared().writeValueAsString(json));
    }
}
