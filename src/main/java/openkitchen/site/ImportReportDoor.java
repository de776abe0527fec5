package openkitchen.site;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import openkitchen.bridge.ImportReport;
import openkitchen.bridge.TrelloImport;
import openkitchen.bridge.TrelloUploads;
import openkitchen.people.Viewer;
import openkitchen.problem.Invalid;
import openkitchen.project.Projects;
import openkitchen.project.Seat;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What an import brought and did not bring, for those who manage the project; and fetching the files that stayed behind. */
@Controller
@RequestMapping("/p/{key}/import")
class ImportReportDoor {

    private final Projects projects;
    private final TrelloImport imports;
    private final TrelloUploads uploads;
    private final Views views;

    ImportReportDoor(Projects projects, TrelloImport imports, TrelloUploads uploads, Views views) {
        this.projects = projects;
        this.imports = imports;
        this.uploads = uploads;
        this.views = views;
    }

    @GetMapping
    ResponseEntity<String> report(Visit visit, Viewer viewer, @PathVariable String key) {
        return report(visit, projects.seat(viewer, key), HttpStatus.OK, FieldFaults.NONE);
    }

    private ResponseEntity<String> report(Visit visit, Seat seat, HttpStatus status, FieldFaults faults) {
        seat.mustManage();
        Optional<ImportReport> report = imports.report(seat);
        if (report.isEmpty()) {
            return Views.goTo("/p/" + seat.key());
        }
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("visit", visit);
        parameters.put("project", seat.key());
        parameters.put("report", report.get());
        parameters.put("waiting", uploads.waiting(seat));
        parameters.put("fetching", uploads.state(seat).orElse(null));
        parameters.put("faults", faults);
        return views.page(status, "bridge/report", parameters);
    }

    @PostMapping("/files")
    ResponseEntity<String> fetch(
            Visit visit,
            Viewer viewer,
            @PathVariable String key,
            @RequestParam(name = "trelloKey", defaultValue = "") String trelloKey,
            @RequestParam(name = "trelloToken", defaultValue = "") String trelloToken) {
        Seat seat = projects.seat(viewer, key);
        try {
            uploads.fetch(seat, trelloKey, trelloToken);
            return Views.goTo("/p/" + seat.key() + "/import");
        } catch (Invalid wrong) {
            return report(visit, seat, HttpStatus.UNPROCESSABLE_CONTENT, FieldFaults.of(visit, wrong));
        }
    }
}
