package openkitchen.site;

import jakarta.servlet.http.HttpServletRequest;
import openkitchen.board.Checklists;
import openkitchen.id.ChecklistId;
import openkitchen.id.ItemId;
import openkitchen.people.Viewer;
import openkitchen.project.Projects;
import openkitchen.project.Seat;
import openkitchen.text.CleanText;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The checklists on a card. */
@Controller
@RequestMapping("/p/{key}/cards/{number}")
class ChecklistDoor {

    private final Projects projects;
    private final Checklists checklists;
    private final Changes changes;

    ChecklistDoor(Projects projects, Checklists checklists, Changes changes) {
        this.projects = projects;
        this.checklists = checklists;
        this.changes = changes;
    }

    /** What to do with the checklists of a card that the viewer may see. */
    private interface Doing {
        void on(Seat seat);
    }

    private ResponseEntity<String> change(
            Visit visit, Viewer viewer, String key, int number, HttpServletRequest request, Doing doing) {
        Seat seat = projects.seat(viewer, key);
        doing.on(seat);
        return changes.answer(seat, visit, request, CardDoor.path(key, number));
    }

    @PostMapping("/checklists")
    ResponseEntity<String> add(
            Visit visit,
            Viewer viewer,
            @PathVariable String key,
            @PathVariable int number,
            @RequestParam String name,
            HttpServletRequest request) {
        return change(visit, viewer, key, number, request, seat -> checklists.add(seat, number, CleanText.line(name)));
    }

    @PostMapping("/checklists/{list}")
    ResponseEntity<String> rename(
            Visit visit,
            Viewer viewer,
            @PathVariable String key,
            @PathVariable int number,
            @PathVariable long list,
            @RequestParam String name,
            HttpServletRequest request) {
        return change(
                visit,
                viewer,
                key,
                number,
                request,
                seat -> checklists.rename(seat, number, new ChecklistId(list), CleanText.line(name)));
    }

    @PostMapping("/checklists/{list}/delete")
    ResponseEntity<String> remove(
            Visit visit,
            Viewer viewer,
            @PathVariable String key,
            @PathVariable int number,
            @PathVariable long list,
            HttpServletRequest request) {
        return change(
                visit, viewer, key, number, request, seat -> checklists.remove(seat, number, new ChecklistId(list)));
    }

    @PostMapping("/checklists/{list}/items")
    ResponseEntity<String> addItem(
            Visit visit,
            Viewer viewer,
            @PathVariable String key,
            @PathVariable int number,
            @PathVariable long list,
            @RequestParam String text,
            HttpServletRequest request) {
        return change(
                visit,
                viewer,
                key,
                number,
                request,
                seat -> checklists.addItem(seat, number, new ChecklistId(list), CleanText.line(text)));
    }

    @PostMapping("/items/{item}")
    ResponseEntity<String> write(
            Visit visit,
            Viewer viewer,
            @PathVariable String key,
            @PathVariable int number,
            @PathVariable long item,
            @RequestParam String text,
            HttpServletRequest request) {
        return change(
                visit,
                viewer,
                key,
                number,
                request,
                seat -> checklists.write(seat, number, new ItemId(item), CleanText.line(text)));
    }

    @PostMapping("/items/{item}/done")
    ResponseEntity<String> tick(
            Visit visit,
            Viewer viewer,
            @PathVariable String key,
            @PathVariable int number,
            @PathVariable long item,
            @RequestParam(defaultValue = "") String done,
            HttpServletRequest request) {
        return change(
                visit,
                viewer,
                key,
                number,
                request,
                seat -> checklists.tick(seat, number, new ItemId(item), !done.isEmpty()));
    }

    @PostMapping("/items/{item}/place")
    ResponseEntity<String> move(
            Visit visit,
            Viewer viewer,
            @PathVariable String key,
            @PathVariable int number,
            @PathVariable long item,
            @RequestParam(required = false) @Nullable Long after,
            HttpServletRequest request) {
        return change(
                visit,
                viewer,
                key,
                number,
                request,
                seat -> checklists.move(seat, number, new ItemId(item), after == null ? null : new ItemId(after)));
    }

    @PostMapping("/items/{item}/delete")
    ResponseEntity<String> removeItem(
            Visit visit,
            Viewer viewer,
            @PathVariable String key,
            @PathVariable int number,
            @PathVariable long item,
            HttpServletRequest request) {
        return change(
                visit, viewer, key, number, request, seat -> checklists.removeItem(seat, number, new ItemId(item)));
    }
}
