package openkitchen.site;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import openkitchen.board.Whereabouts;
import openkitchen.board.Whereabouts.Spot;
import openkitchen.id.CardId;
import openkitchen.id.CommentId;
import openkitchen.id.MaterialId;
import openkitchen.id.PersonId;
import openkitchen.id.ProjectId;
import openkitchen.id.VersionId;
import openkitchen.material.Versions;
import openkitchen.people.People;
import openkitchen.people.Person;
import openkitchen.people.Viewer;
import openkitchen.project.Projects;
import openkitchen.search.SearchIndex;
import openkitchen.search.SearchIndex.Hit;
import openkitchen.talk.Comment;
import openkitchen.talk.Comments;
import openkitchen.text.CleanText;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Search over the cards and the talk of all projects that one may see. A handful of statements, however many are found. */
@Controller
class SearchDoor {

    private static final int MOST = 40;

    private final Projects projects;
    private final SearchIndex index;
    private final Whereabouts cards;
    private final Comments comments;
    private final Versions versions;
    private final People people;
    private final Views views;

    SearchDoor(
            Projects projects,
            SearchIndex index,
            Whereabouts cards,
            Comments comments,
            Versions versions,
            People people,
            Views views) {
        this.projects = projects;
        this.index = index;
        this.cards = cards;
        this.comments = comments;
        this.versions = versions;
        this.people = people;
        this.views = views;
    }

    @GetMapping("/search")
    ResponseEntity<String> search(Visit visit, Viewer viewer, @RequestParam(defaultValue = "") String q) {
        String asked = CleanText.line(q);
        List<SearchResult> found = asked.isEmpty() ? List.of() : find(viewer, asked);
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("visit", visit);
        parameters.put("asked", asked);
        parameters.put("found", found);
        parameters.put("more", found.size() >= MOST);
        return views.page("search/page", parameters);
    }

    private List<SearchResult> find(Viewer viewer, String asked) {
        Set<ProjectId> seen = projects.idsSeenBy(viewer);
        List<SearchResult> found = new ArrayList<>();
        if (asked.matches("#?\\d{1,9}")) {
            cards.numbered(seen, Integer.parseInt(asked.replace("#", "")), MOST).stream()
                    .map(card -> new SearchResult(
                            card,
                            null,
                            null,
                            null,
                            null,
                            Marks.title(card.title(), "", List.of()),
                            Marks.excerpt("", "")))
                    .forEach(found::add);
        }
        if (!asked.startsWith("#")) {
            Set<CardId> there =
                    found.stream().map(result -> result.card().card()).collect(Collectors.toSet());
            words(seen, asked).stream()
                    .filter(result -> result.comment() != null
                            || !there.contains(result.card().card()))
                    .limit(MOST - Math.min(MOST, found.size()))
                    .forEach(found::add);
        }
        return found;
    }

    private List<SearchResult> words(Set<ProjectId> seen, String asked) {
        List<Hit> hits = index.find(seen, asked, MOST);
        if (hits.isEmpty()) {
            return List.of();
        }
        Map<CardId, Spot> known = cards.of(seen, hits.stream().map(Hit::card).toList());
        Map<CommentId, Comment> said = said(seen, hits);
        Map<PersonId, Person> authors = said.isEmpty()
                ? Map.of()
                : people.these(said.values().stream().map(Comment::author).toList());
        Map<VersionId, MaterialId> shown = versions.materials(
                hits.stream().flatMap(hit -> hit.version().stream()).toList());
        List<String> words = Marks.words(asked);
        List<SearchResult> results = new ArrayList<>();
        for (Hit hit : hits) {
            Spot card = known.get(hit.card());
            Comment comment = hit.comment().map(said::get).orElse(null);
            if (card != null && (comment != null || hit.comment().isEmpty())) {
                results.add(new SearchResult(
                        card,
                        comment == null ? null : comment.id(),
                        comment == null ? null : authors.get(comment.author()),
                        comment == null ? null : comment.at(),
                        hit.version().map(shown::get).orElse(null),
                        Marks.title(
                                card.title(),
                                comment == null ? hit.excerpt() : "",
                                comment == null ? words : List.of()),
                        Marks.excerpt(hit.excerpt(), comment == null ? card.title() : "")));
            }
        }
        return results;
    }

    private Map<CommentId, Comment> said(Collection<ProjectId> seen, List<Hit> hits) {
        List<CommentId> ids =
                hits.stream().flatMap(hit -> hit.comment().stream()).toList();
        return ids.isEmpty()
                ? Map.of()
                : comments.these(seen, ids).stream().collect(Collectors.toMap(Comment::id, Function.identity()));
    }
}
