package openkitchen.site;

import java.util.List;
import java.util.Map;
import openkitchen.people.Viewer;
import openkitchen.problem.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** What a new owner may begin with: a demo, a board from Trello, or nothing. */
@Controller
@RequestMapping("/start")
class StartDoor {

    private final ObjectProvider<DemoOffer> demo;
    private final Views views;

    StartDoor(ObjectProvider<DemoOffer> demo, Views views) {
        this.demo = demo;
        this.views = views;
    }

    @GetMapping
    ResponseEntity<String> offers(Visit visit, Viewer viewer) {
        if (!viewer.owner()) {
            return Views.goTo("/");
        }
        DemoOffer offer = demo.getIfAvailable();
        List<DemoOffer.Guest> guests = offer == null ? List.of() : offer.people();
        return views.page(
                "people/start",
                Map.of(
                        "visit",
                        visit,
                        "name",
                        Initials.first(viewer.name()),
                        "demo",
                        offer != null && guests.isEmpty(),
                        "guests",
                        guests));
    }

    @PostMapping("/demo")
    ResponseEntity<String> demo(Viewer viewer) {
        DemoOffer offer = ownersOffer(viewer);
        offer.open();
        return Views.goTo("/start");
    }

    private DemoOffer ownersOffer(Viewer viewer) {
        @Nullable DemoOffer offer = demo.getIfAvailable();
        if (offer == null || !viewer.owner()) {
            throw new NotFound();
        }
        return offer;
    }
}
