package openkitchen.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import openkitchen.board.Whereabouts;
import openkitchen.id.CardId;
import openkitchen.id.ProjectId;
import openkitchen.problem.Fault;
import openkitchen.project.Projects;
import openkitchen.search.SearchIndex;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/search")
@Tag(name = "Search")
class SearchResource {

    private static final Pattern NUMBER = Pattern.compile("#(\\d{1,9})");

    private final Projects projects;
    private final SearchIndex index;
    private final Whereabouts cards;

    SearchResource(Projects projects, SearchIndex index, Whereabouts cards) {
        this.projects = projects;
        this.index = index;
        this.cards = cards;
    }

    @Schema(name = "SearchHit")
    record HitView(
            @Schema(description = "The project's key.") String project,
            String projectName,

            @Schema(description = "The card's number there.")
            int card,

            String title,
            @Schema(description = "The column's name.") String column,

            @Schema(description = "By itself or with its column.")
            boolean archived,

            @Schema(description = "The comment that it was found in; null for the card's own words.") @Nullable
            Long comment,

            @Schema(description = "What was found, with some words around.")
            String excerpt,

            @Schema(description = "What of the excerpt matched.")
            List<Mark> marks) {

        static HitView of(Whereabouts.Spot card, @Nullable Long comment, String excerpt) {
            StringBuilder plain = new StringBuilder();
            List<Mark> marks = new ArrayList<>();
            int start = 0;
            for (int i = 0; i < excerpt.length(); i++) {
                switch (excerpt.charAt(i)) {
                    case 2 -> start = plain.length();
                    case 3 -> marks.add(new Mark(start, plain.length() - start));
                    default -> plain.append(excerpt.charAt(i));
                }
            }
            return new HitView(
                    card.projectKey(),
                    card.projectName(),
                    card.number(),
                    card.title(),
                    card.column(),
                    card.archived(),
                    comment,
                    plain.toString(),
                    marks);
        }
    }

    @Schema(name = "SearchMark", description = "Counted in UTF-16 units.")
    record Mark(int from, int length) {}

    @GetMapping
    @Operation(
            operationId = "search",
            summary = "Search cards and talk over all projects that one sees",
            description =
                    "Finds Russian and English word forms and the beginnings of words, best first; `#12` finds cards by "
                            + "their number.")
    Page<HitView> search(
            Asking asking,
            @Parameter(description = "All of these words; at most 200 characters.") @RequestParam String q,
            @Parameter(description = "Only in this project, by its key.") @RequestParam(required = false) @Nullable
                    String project,
            @RequestParam(defaultValue = "50") int limit) {
        int most = Page.limit(limit, Page.LIMIT);
        if (q.length() > SearchIndex.QUERY_LIMIT) {
            throw Refused.field(400, new Fault("q", "error.too_long", Map.of("limit", SearchIndex.QUERY_LIMIT)));
        }
        Set<ProjectId> seen = project == null
                ? projects.idsSeenBy(asking.viewer())
                : Set.of(asking.seat(project).project());
        Matcher number = NUMBER.matcher(q.strip());
        return Page.whole(
                number.matches() ? numbered(seen, Integer.parseInt(number.group(1)), most) : worded(seen, q, most));
    }

    private List<HitView> numbered(Set<ProjectId> seen, int number, int limit) {
        return cards.numbered(seen, number, limit).stream()
                .map(card -> HitView.of(card, null, card.title()))
                .toList();
    }

    private List<HitView> worded(Set<ProjectId> seen, String words, int limit) {
        List<SearchIndex.Hit> hits = index.find(seen, words, limit);
        Map<CardId, Whereabouts.Spot> known = cards.of(
                seen, hits.stream().map(SearchIndex.Hit::card).distinct().toList());
        List<HitView> views = new ArrayList<>();
        for (SearchIndex.Hit hit : hits) {
            Whereabouts.Spot card = known.get(hit.card());
            if (card != null) {
                views.add(HitView.of(
                        card, hit.comment().map(comment -> comment.value()).orElse(null), hit.excerpt()));
            }
        }
        return views;
    }
}
