package openkitchen.material;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import openkitchen.id.CardId;
import openkitchen.id.FileId;
import openkitchen.id.MaterialId;
import openkitchen.id.PersonId;
import openkitchen.id.VersionId;
import openkitchen.problem.NotFound;
import openkitchen.project.Seat;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads materials and their versions. */
@Component
public class Versions {

    private static final String MATERIAL = """
            select m.id, m.card_id, c.number, c.title, m.name, m.versions, m.created_at, m.created_by, m.archived_at
              from material m join card c on c.id = m.card_id
            """;

    private static final String VERSION = """
            select v.id, v.material_id, v.number, v.kind, v.body, v.note, v.sha256, v.created_at, v.created_by
              from material_version v join material m on m.id = v.material_id
            """;

    /** Characters of a text's beginning. */
    public static final int BEGINNING = 2000;

    /** Where only the beginning of a text is shown; one character more tells that there is more. */
    private static final String GLIMPSED =
            VERSION.replace("v.body", "left(v.body, %d) as body".formatted(BEGINNING + 1));

    private final JdbcClient sql;

    Versions(JdbcClient sql) {
        this.sql = sql;
    }

    /** @throws NotFound when the project has no such material */
    public Material material(Seat seat, MaterialId id) {
        return sql.sql(MATERIAL + " where m.project_id = ? and m.id = ?")
                .params(seat.project().value(), id.value())
                .query(Versions::material)
                .optional()
                .orElseThrow(NotFound::new);
    }

    /** These materials of the project. */
    public Map<MaterialId, Material> materials(Seat seat, Collection<MaterialId> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return sql
                .sql(MATERIAL + " where m.project_id = ? and m.id = any(?)")
                .params(
                        seat.project().value(),
                        ids.stream().map(MaterialId::value).toArray(Long[]::new))
                .query(Versions::material)
                .list()
                .stream()
                .collect(Collectors.toMap(Material::id, Function.identity()));
    }

    /** The materials on a card, those in use, in the order in which they came. */
    public List<Material> on(Seat seat, CardId card) {
        return sql.sql(MATERIAL + " where m.project_id = ? and m.card_id = ? and m.archived_at is null order by m.id")
                .params(seat.project().value(), card.value())
                .query(Versions::material)
                .list();
    }

    /**
     * A page of the project's materials, the latest first.
     *
     * @param standing only those that stand so; null for all that are in use
     * @param before only what came before this; null for the first page
     */
    public List<Material> latest(Seat seat, @Nullable Standing standing, @Nullable MaterialId before, int limit) {
        List<String> states = standing == null ? List.of() : standing.states;
        return sql.sql(MATERIAL + """
                         where m.project_id = :project
                           and (:before::bigint is null or m.id < :before)
                           and (m.archived_at is not null) = :away
                           and (not :sorted or coalesce(
                                   (select a.state from approval a join material_version v on v.id = a.version_id
                                     where v.material_id = m.id and v.number = m.versions order by a.id desc limit 1),
                                   'none') = any(:states))
                         order by m.id desc limit :limit
                        """)
                .param("project", seat.project().value())
                .param("before", before == null ? null : before.value())
                .param("away", standing == Standing.AWAY)
                .param("sorted", !states.isEmpty())
                .param("states", states.toArray(String[]::new))
                .param("limit", limit)
                .query(Versions::material)
                .list();
    }

    /** How many materials a project has in use, and how many were put away. */
    public record Count(int used, int away) {}

    public Count count(Seat seat) {
        return sql.sql("""
                        select count(*) filter (where archived_at is null), count(*) filter (where archived_at is not null)
                          from material where project_id = ?
                        """)
                .param(seat.project().value())
                .query((row, index) -> new Count(row.getInt(1), row.getInt(2)))
                .single();
    }

    /**
     * A page of the project's materials, in the order in which they came.
     *
     * @param card only those on it; null for all
     * @param archived with those that were put away
     */
    public List<Material> page(Seat seat, @Nullable CardId card, boolean archived, MaterialId after, int limit) {
        return sql.sql(MATERIAL + """
                         where m.project_id = :project and m.id > :after
                           and (:card::bigint is null or m.card_id = :card)
                           and (:archived or m.archived_at is null)
                         order by m.id limit :limit
                        """)
                .param("project", seat.project().value())
                .param("after", after.value())
                .param("card", card == null ? null : card.value())
                .param("archived", archived)
                .param("limit", limit)
                .query(Versions::material)
                .list();
    }

    /** All versions of a material with the beginnings of their texts, the newest first. @throws NotFound when the project has no such material */
    public List<Version> of(Seat seat, MaterialId id) {
        material(seat, id);
        return versions(sql.sql(GLIMPSED + " where m.project_id = ? and m.id = ? order by v.number desc")
                .params(seat.project().value(), id.value())
                .query(Versions::bare)
                .list());
    }

    /** @throws NotFound when the project has no such version */
    public Version one(Seat seat, MaterialId id, int number) {
        return versions(sql.sql(VERSION + " where m.project_id = ? and m.id = ? and v.number = ?")
                        .params(seat.project().value(), id.value(), number)
                        .query(Versions::bare)
                        .list())
                .stream()
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    /** The newest versions of these materials of the project, with the beginnings of their texts. */
    public Map<MaterialId, Version> newest(Seat seat, Collection<MaterialId> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return versions(sql.sql(
                                GLIMPSED
                                        + " where m.project_id = :project and m.id = any(:ids) and v.number = m.versions order by v.id")
                        .param("project", seat.project().value())
                        .param("ids", ids.stream().map(MaterialId::value).toArray(Long[]::new))
                        .query(Versions::bare)
                        .list())
                .stream()
                .collect(Collectors.toMap(Version::material, Function.identity()));
    }

    /** These versions of the project, with the beginnings of their texts. */
    public Map<VersionId, Version> these(Seat seat, Collection<VersionId> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return versions(sql.sql(GLIMPSED + " where m.project_id = :project and v.id = any(:ids) order by v.id")
                        .param("project", seat.project().value())
                        .param("ids", ids.stream().map(VersionId::value).toArray(Long[]::new))
                        .query(Versions::bare)
                        .list())
                .stream()
                .collect(Collectors.toMap(Version::id, Function.identity(), (a, b) -> a, LinkedHashMap::new));
    }

    /** Of which material each of these versions is, whoever may see that. */
    public Map<VersionId, MaterialId> materials(Collection<VersionId> ids) {
        Map<VersionId, MaterialId> materials = new HashMap<>();
        if (!ids.isEmpty()) {
            sql.sql("select id, material_id from material_version where id = any(?)")
                    .param(ids.stream().map(VersionId::value).toArray(Long[]::new))
                    .query(row -> {
                        materials.put(new VersionId(row.getLong("id")), new MaterialId(row.getLong("material_id")));
                    });
        }
        return materials;
    }

    /** Versions of the project that hold exactly this, or a file that is exactly this. @param sha256 in hexadecimal */
    public List<Version> withHash(Seat seat, String sha256) {
        byte[] hash = HexFormat.of().parseHex(sha256);
        return versions(sql.sql(GLIMPSED + """
                         where m.project_id = :project
                           and (v.sha256 = :hash or exists (select from material_file w join file f on f.id = w.file_id
                                                             where w.version_id = v.id and f.sha256 = :hash))
                         order by v.id desc limit 50
                        """)
                .param("project", seat.project().value())
                .param("hash", hash)
                .query(Versions::bare)
                .list());
    }

    /** The newest version of each material of the project that ever held a file of this name, whatever was in it. */
    public List<Version> withFile(Seat seat, String name) {
        return versions(sql.sql("""
                        select distinct on (v.material_id)
                               v.id, v.material_id, v.number, v.kind, '' as body, v.note, v.sha256, v.created_at, v.created_by
                          from material_version v join material m on m.id = v.material_id
                          join material_file w on w.version_id = v.id
                         where m.project_id = ? and lower(w.name) = lower(?)
                         order by v.material_id desc, v.number desc limit 20
                        """)
                .params(seat.project().value(), name)
                .query(Versions::bare)
                .list());
    }

    private record Bare(
            VersionId id,
            MaterialId material,
            int number,
            Version.Kind kind,
            String body,
            String note,
            String sha256,
            Instant at,
            PersonId by) {

        Version with(List<Version.File> files) {
            return new Version(id, material, number, kind, body, note, sha256, files, at, by);
        }
    }

    private List<Version> versions(List<Bare> bare) {
        Map<Long, List<Version.File>> files = new HashMap<>();
        Long[] withFiles = bare.stream()
                .filter(each -> each.kind() == Version.Kind.FILES)
                .map(each -> each.id().value())
                .toArray(Long[]::new);
        if (withFiles.length > 0) {
            sql.sql("""
                            select w.version_id, w.place, w.file_id, w.name, f.content_type, f.size, f.sha256, f.thumbnail is not null as thumbnail
                              from material_file w join file f on f.id = w.file_id
                             where w.version_id = any(?) order by w.version_id, w.place
                            """).param(withFiles).query(row -> {
                files.computeIfAbsent(row.getLong("version_id"), version -> new ArrayList<>())
                        .add(new Version.File(
                                row.getInt("place"),
                                new FileId(row.getLong("file_id")),
                                row.getString("name"),
                                row.getString("content_type"),
                                row.getLong("size"),
                                HexFormat.of().formatHex(row.getBytes("sha256")),
                                row.getBoolean("thumbnail")));
            });
        }
        return bare.stream()
                .map(each -> each.with(files.getOrDefault(each.id().value(), List.of())))
                .toList();
    }

    private static Material material(ResultSet row, int index) throws SQLException {
        return new Material(
                new MaterialId(row.getLong("id")),
                new CardId(row.getLong("card_id")),
                row.getInt("number"),
                row.getString("title"),
                row.getString("name"),
                row.getInt("versions"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                new PersonId(row.getLong("created_by")),
                instant(row, "archived_at"));
    }

    private static Bare bare(ResultSet row, int index) throws SQLException {
        return new Bare(
                new VersionId(row.getLong("id")),
                new MaterialId(row.getLong("material_id")),
                row.getInt("number"),
                Version.Kind.of(row.getString("kind")),
                row.getString("body"),
                row.getString("note"),
                HexFormat.of().formatHex(row.getBytes("sha256")),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                new PersonId(row.getLong("created_by")));
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
                .map(OffsetDateTime::toInstant)
                .orElse(null);
    }
}
