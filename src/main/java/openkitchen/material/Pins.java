package openkitchen.material;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import openkitchen.board.Cards;
import openkitchen.history.EventKind;
import openkitchen.history.History;
import openkitchen.id.CommentId;
import openkitchen.id.MaterialId;
import openkitchen.id.PersonId;
import openkitchen.id.VersionId;
import openkitchen.problem.Invalid;
import openkitchen.problem.NotFound;
import openkitchen.project.Seat;
import openkitchen.talk.Intent;
import openkitchen.talk.Speaking;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Remarks and questions on places of a version. They are remarks and questions like all others, with numbers, turns and an end; the
 * pin only says where. What is open is carried to every later version.
 */
@Component
public class Pins {

    private static final int MOST = 2000;

    /** What is open still, and so is seen on later versions. */
    private static final String OPEN = """
            (exists (select from remark r where r.comment_id = p.comment_id and r.state in ('open', 'fixed', 'declined', 'appealed'))
             or exists (select from question q where q.comment_id = p.comment_id and q.state in ('open', 'waiting', 'reopened', 'redirected')))
            """;

    private final JdbcClient sql;
    private final History history;
    private final Versions versions;
    private final Speaking speaking;
    private final Carrying carrying;
    private final Cards cards;

    Pins(JdbcClient sql, History history, Versions versions, Speaking speaking, Carrying carrying, Cards cards) {
        this.sql = sql;
        this.history = history;
        this.versions = versions;
        this.speaking = speaking;
        this.carrying = carrying;
        this.cards = cards;
    }

    /**
     * Says something on a place of a version: a remark or a question.
     *
     * @return the remark or question
     * @throws Invalid for another kind, no text, too much of it, or a place that the version has not
     * @throws NotFound when the project has no such version
     */
    public CommentId say(Seat seat, MaterialId material, int version, Place place, Intent intent, String body) {
        if (intent instanceof Intent.Message || intent instanceof Intent.Decision) {
            throw new Invalid("kind", "error.choice");
        }
        return history.change(seat.project(), seat.viewer().person(), pen -> {
            Material on = versions.material(seat, material);
            Version shown = versions.one(seat, material, version);
            boolean ofFile = place instanceof Place.Spot || place instanceof Place.Cells;
            if (place.file() >= Math.max(ofFile ? 0 : 1, shown.files().size())) {
                throw new Invalid("place", "error.place");
            }
            CommentId comment = speaking.say(seat, on.card(), intent, null, body, List.of());
            set(seat, shown.id(), comment, place);
            return comment;
        });
    }

    /** Pins a remark or question that is there already, within the change that makes it. */
    void set(Seat seat, VersionId version, CommentId comment, Place place) {
        history.change(seat.project(), seat.viewer().person(), pen -> {
            record Row(MaterialId material, int number, String name, int version) {}
            Row row = sql.sql("""
                            insert into pin (comment_id, material_id, version_id, number, place)
                            select :comment, v.material_id, v.id,
                                   1 + coalesce((select max(number) from pin where material_id = v.material_id), 0), :place::jsonb
                              from material_version v where v.id = :version
                            returning material_id, number, (select name from material m where m.id = material_id) as name,
                                      (select number from material_version w where w.id = version_id) as version
                            """)
                    .param("comment", comment.value())
                    .param("version", version.value())
                    .param("place", place.json().toString())
                    .query((found, index) -> new Row(
                            new MaterialId(found.getLong("material_id")),
                            found.getInt("number"),
                            found.getString("name"),
                            found.getInt("version")))
                    .single();
            if (row.number() > MOST) {
                throw new Invalid("place", "error.too_many_pins", MOST);
            }
            Material material = versions.material(seat, row.material());
            Map<String, Object> data = cards.told(material.cardId());
            data.put("comment", comment.value());
            data.put("material", row.material().value());
            data.put("name", row.name());
            data.put("version", row.version());
            data.put("pin", row.number());
            data.put("place", JsonMapper.shared().convertValue(place.json(), Map.class));
            return pen.write(EventKind.PIN_SET, material.cardId(), data);
        });
    }

    /**
     * Whether somebody has said on this material what is still to be done about it by the team: a question, or a remark, one that must be
     * fixed when it is to hold up the version.
     */
    boolean waitsForTeam(Seat seat, MaterialId material, PersonId author, boolean must) {
        return sql.sql("""
                        select exists (select from pin p join comment c on c.id = p.comment_id
                                        where p.material_id = :material and c.author_id = :author and c.project_id = :project
                                          and (exists (select from remark r where r.comment_id = p.comment_id
                                                          and r.state in ('open', 'appealed') and (r.weight = 'must' or not :must))
                                               or exists (select from question q where q.comment_id = p.comment_id
                                                             and q.state in ('open', 'reopened', 'redirected'))))
                        """)
                .param("must", must)
                .param("material", material.value())
                .param("author", author.value())
                .param("project", seat.project().value())
                .query(Boolean.class)
                .single();
    }

    /** How many are open on each of these materials. */
    public Map<MaterialId, Integer> open(Seat seat, List<MaterialId> materials) {
        if (materials.isEmpty()) {
            return Map.of();
        }
        Map<MaterialId, Integer> counts = new HashMap<>();
        sql.sql("""
                        select p.material_id, count(*) as open from pin p join comment c on c.id = p.comment_id
                         where p.material_id = any(:materials) and c.project_id = :project and
                        """ + OPEN + " group by p.material_id")
                .param("materials", materials.stream().map(MaterialId::value).toArray(Long[]::new))
                .param("project", seat.project().value())
                .query(row -> {
                    counts.put(new MaterialId(row.getLong("material_id")), row.getInt("open"));
                });
        return counts;
    }

    /** A pin as it was set, with the version on which it is known last before the one looked at. */
    private record Row(Pin pin, boolean here, boolean carried) {}

    /**
     * What is pinned to a version: what was set on it, and what was open when it came, or is open still, of versions before it. What has
     * no place on it is there without one. Places are found once, and kept. Where a file must be read for that it begins, and what is
     * pinned to it is {@link Pin#pending} meanwhile: nobody waits here.
     */
    public List<Pin> on(Seat seat, Version version) {
        List<Row> rows = sql.sql("""
                        select p.comment_id, p.material_id, p.number, p.version_id, v.number as set_on, p.place as set_place,
                               w.comment_id is not null as carried, w.place as carried_place
                          from pin p join comment c on c.id = p.comment_id and c.deleted_at is null
                          join material_version v on v.id = p.version_id
                          left join pin_place w on w.comment_id = p.comment_id and w.version_id = :version
                         where p.material_id = :material and c.project_id = :project and v.number <= :number
                           and (p.version_id = :version or w.comment_id is not null or
                        """ + OPEN + ") order by p.number")
                .param("version", version.id().value())
                .param("material", version.material().value())
                .param("project", seat.project().value())
                .param("number", version.number())
                .query((row, index) -> row(row, version))
                .list();
        Map<CommentId, Pin> placed = new LinkedHashMap<>();
        Map<VersionId, Map<CommentId, Place>> missing = new LinkedHashMap<>();
        for (Row row : rows) {
            placed.put(row.pin().comment(), row.pin());
            Place place = row.pin().place();
            if (!row.here() && !row.carried() && place != null) {
                missing.computeIfAbsent(row.pin().set(), set -> new LinkedHashMap<>())
                        .put(row.pin().comment(), place);
            }
        }
        if (!missing.isEmpty()) {
            Carrying.Carried carried = carry(seat, version, missing);
            for (Map<CommentId, Place> places : missing.values()) {
                for (CommentId comment : places.keySet()) {
                    placed.computeIfPresent(comment, (id, pin) -> at(carried, pin));
                }
            }
        }
        return List.copyOf(placed.values());
    }

    private static Pin at(Carrying.Carried carried, Pin pin) {
        return carried.pending().contains(pin.comment())
                ? pin.sought()
                : pin.at(carried.places()
                        .getOrDefault(pin.comment(), Optional.empty())
                        .orElse(null));
    }

    private static Row row(ResultSet row, Version version) throws SQLException {
        boolean here = row.getLong("version_id") == version.id().value();
        boolean carried = row.getBoolean("carried");
        String place = carried && !here ? row.getString("carried_place") : row.getString("set_place");
        return new Row(
                new Pin(
                        new CommentId(row.getLong("comment_id")),
                        new MaterialId(row.getLong("material_id")),
                        row.getInt("number"),
                        new VersionId(row.getLong("version_id")),
                        row.getInt("set_on"),
                        place == null ? null : Place.of(JsonMapper.shared().readTree(place)),
                        false),
                here,
                carried);
    }

    /** Finds the places that are not known yet, from the version on which each was set, and keeps them. */
    private Carrying.Carried carry(Seat seat, Version to, Map<VersionId, Map<CommentId, Place>> missing) {
        Map<VersionId, Version> from = versions.these(seat, missing.keySet());
        Map<CommentId, Optional<Place>> found = new HashMap<>();
        Set<CommentId> pending = new HashSet<>();
        missing.forEach((set, places) -> {
            Version before = from.get(set);
            if (before != null) {
                Carrying.Carried carried = carrying.carry(before, to, places);
                found.putAll(carried.places());
                pending.addAll(carried.pending());
            }
        });
        if (!found.isEmpty()) {
            keep(to, found);
        }
        return new Carrying.Carried(found, pending);
    }

    private void keep(Version to, Map<CommentId, Optional<Place>> found) {
        List<CommentId> order = new ArrayList<>(found.keySet());
        sql.sql("""
                        insert into pin_place (comment_id, version_id, place)
                        select c, :version, p::jsonb from unnest(:comments::bigint[], :places::text[]) as t (c, p)
                        on conflict do nothing
                        """)
                .param("version", to.id().value())
                .param("comments", order.stream().map(CommentId::value).toArray(Long[]::new))
                .param(
                        "places",
                        order.stream()
                                .map(comment -> Optional.ofNullable(found.get(comment))
                                        .flatMap(place -> place)
                                        .map(place -> place.json().toString())
                                        .orElse(null))
                                .toArray(String[]::new))
                .update();
    }

    /** A pin with what its material is called. */
    public record At(Pin pin, String name) {}

    /** Where these comments are pinned: the material, and the version on which each was set. */
    public Map<CommentId, At> these(Seat seat, Collection<CommentId> comments) {
        if (comments.isEmpty()) {
            return Map.of();
        }
        return sql
                .sql("""
                        select p.comment_id, p.material_id, p.number, p.version_id, v.number as set_on, p.place, m.name
                          from pin p join material_version v on v.id = p.version_id join material m on m.id = p.material_id
                         where p.comment_id = any(:comments) and m.project_id = :project
                        """)
                .param("comments", comments.stream().map(CommentId::value).toArray(Long[]::new))
                .param("project", seat.project().value())
                .query((row, index) -> new At(
                        new Pin(
                                new CommentId(row.getLong("comment_id")),
                                new MaterialId(row.getLong("material_id")),
                                row.getInt("number"),
                                new VersionId(row.getLong("version_id")),
                                row.getInt("set_on"),
                                Place.of(JsonMapper.shared().readTree(row.getString("place"))),
                                false),
                        row.getString("name")))
                .list()
                .stream()
                .collect(Collectors.toMap(at -> at.pin().comment(), at -> at));
    }
}
