package openkitchen.material;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import openkitchen.board.CardKind;
import openkitchen.board.Cards;
import openkitchen.board.Faces;
import openkitchen.history.EventKind;
import openkitchen.history.History;
import openkitchen.history.Pen;
import openkitchen.id.CardId;
import openkitchen.id.FileId;
import openkitchen.id.MaterialId;
import openkitchen.id.PersonId;
import openkitchen.id.VersionId;
import openkitchen.problem.Faults;
import openkitchen.problem.Forbidden;
import openkitchen.problem.Invalid;
import openkitchen.problem.NotFound;
import openkitchen.problem.Stale;
import openkitchen.project.Seat;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Puts materials on cards, version after version. Whoever is on the project may; a version never changes, a newer one supersedes
 * what is asked about the one before.
 */
@Component
public class Materials {

    public static final int NAME_LIMIT = 200;
    public static final int NOTE_LIMIT = 2000;
    public static final int TEXT_LIMIT = 200_000;
    public static final int URL_LIMIT = 2000;
    public static final int FILES_LIMIT = 20;

    private static final int MOST_ON_A_CARD = 200;
    private static final int MOST_VERSIONS = 1000;

    private final JdbcClient sql;
    private final History history;
    private final Versions versions;
    private final Superseding superseding;
    private final Faces faces;
    private final Cards cards;
    private final UnreadVersions unread;

    Materials(
            JdbcClient sql,
            History history,
            Versions versions,
            Superseding superseding,
            Faces faces,
            Cards cards,
            UnreadVersions unread) {
        this.sql = sql;
        this.history = history;
        this.versions = versions;
        this.superseding = superseding;
        this.faces = faces;
        this.cards = cards;
        this.unread = unread;
    }

    /** A version just kept. */
    public record Kept(MaterialId material, VersionId version, int number) {}

    /**
     * Puts a material on a card, with its first version.
     *
     * @param name as it is called; empty for the name of its first file, or the address
     * @param note what there is to say of this version; may be empty
     * @throws Invalid for no content, too much of it, or a wrong address
     * @throws NotFound when the project has no such card, or a file was not brought in by this viewer
     */
    public Kept add(Seat seat, int number, String name, Content content, String note) {
        check(content, note);
        new Faults()
                .optional("name", name, NAME_LIMIT)
                .unless(!(content instanceof Content.Text) || !name.isBlank(), "name", "error.required")
                .stop();
        return history.change(seat.project(), seat.viewer().person(), pen -> {
            CardId card = faces.number(seat, number).id();
            int there = sql.sql("select count(*) from material where card_id = ?")
                    .param(card.value())
                    .query(Integer.class)
                    .single();
            if (there >= MOST_ON_A_CARD) {
                throw new Invalid("name", "error.too_many_materials", MOST_ON_A_CARD);
            }
            List<Named> files = files(pen, content);
            MaterialId material = new MaterialId(sql.sql("""
                            insert into material (project_id, card_id, name, created_at, created_by)
                            values (:project, :card, :name, :now, :by) returning id
                            """)
                    .param("project", seat.project().value())
                    .param("card", card.value())
                    .param("name", name.isBlank() ? named(content, files) : name.strip())
                    .param("now", pen.now().atOffset(ZoneOffset.UTC))
                    .param("by", seat.viewer().person().value())
                    .query(Long.class)
                    .single());
            return keep(pen, seat, versions.material(seat, material), content, files, note, EventKind.MATERIAL_ADDED);
        });
    }

    private static String named(Content content, List<Named> files) {
        String name = content instanceof Content.Link(String url)
                ? url.strip()
                : files.getFirst().name();
        return name.length() <= NAME_LIMIT ? name : name.substring(0, NAME_LIMIT);
    }

    /**
     * Adds a version. What was asked about the one before and is not decided yet is superseded by it.
     *
     * @throws Invalid when it holds exactly what the newest version holds, and as {@link #add} says
     * @throws NotFound when the project has no such material or it was put away, or a file was not brought in by this viewer
     */
    public Kept addVersion(Seat seat, MaterialId id, Content content, String note) {
        return addVersion(seat, id, 0, content, note);
    }

    /**
     * The same for who began from a version.
     *
     * @param base its number; 0 for who began from none
     * @throws Stale when a newer one came meanwhile; with its text, address, or files' names by the name of the content's field
     */
    public Kept addVersion(Seat seat, MaterialId id, int base, Content content, String note) {
        check(content, note);
        return history.change(seat.project(), seat.viewer().person(), pen -> {
            Material material = versions.material(seat, id);
            if (material.archived() != null) {
                throw new NotFound();
            }
            if (base > 0 && base != material.versions()) {
                Version newest = versions.one(seat, id, material.versions());
                throw new Stale(newest.number(), Map.of(field(content), held(newest)));
            }
            if (material.versions() >= MOST_VERSIONS) {
                throw new Invalid("content", "error.too_many_versions", MOST_VERSIONS);
            }
            return keep(pen, seat, material, content, files(pen, content), note, EventKind.VERSION_ADDED);
        });
    }

    private static String held(Version version) {
        return version.kind() == Version.Kind.FILES
                ? version.files().stream().map(Version.File::name).collect(Collectors.joining("\n"))
                : version.body();
    }

    private static void check(Content content, String note) {
        Faults faults = new Faults().optional("note", note, NOTE_LIMIT);
        switch (content) {
            case Content.Files(List<FileId> files) -> {
                faults.unless(!files.isEmpty(), "file", "error.required");
                if (files.size() > FILES_LIMIT) {
                    throw new Invalid("file", "error.too_many_files", FILES_LIMIT);
                }
            }
            case Content.Text(String body) -> faults.text("text", body, TEXT_LIMIT);
            case Content.Link(String url) ->
                faults.text("url", url, URL_LIMIT)
                        .unless(url.isBlank() || url.strip().matches("(?i)https?://\\S+"), "url", "error.url");
        }
        faults.stop();
    }

    private record Named(FileId id, String name, String sha256) {}

    /** The files of a new version: each must have been brought in by who adds it. */
    private List<Named> files(Pen pen, Content content) {
        List<Named> files = new ArrayList<>();
        if (content instanceof Content.Files(List<FileId> ids)) {
            PersonId actor = Objects.requireNonNull(pen.actor());
            for (FileId id : ids) {
                files.add(sql.sql("select id, name, sha256 from file where id = ? and created_by = ?")
                        .params(id.value(), actor.value())
                        .query((row, index) -> new Named(
                                new FileId(row.getLong("id")),
                                row.getString("name"),
                                HexFormat.of().formatHex(row.getBytes("sha256"))))
                        .optional()
                        .orElseThrow(NotFound::new));
            }
        }
        return files;
    }

    private Kept keep(
            Pen pen, Seat seat, Material material, Content content, List<Named> files, String note, EventKind told) {
        byte[] hash = fingerprint(content, files);
        boolean same = sql.sql(
                        "select exists (select from material_version where material_id = ? and number = ? and sha256 = ?)")
                .params(material.id().value(), material.versions(), hash)
                .query(Boolean.class)
                .single();
        if (same) {
            throw new Invalid(field(content), "error.same_version");
        }
        int number = sql.sql("update material set versions = versions + 1 where id = ? returning versions")
                .param(material.id().value())
                .query(Integer.class)
                .single();
        VersionId version = insert(pen, material.id(), number, content, note, hash);
        for (int place = 0; place < files.size(); place++) {
            sql.sql("insert into material_file (version_id, place, file_id, name) values (?, ?, ?, ?)")
                    .params(
                            version.value(),
                            place,
                            files.get(place).id().value(),
                            files.get(place).name())
                    .update();
        }
        Map<String, Object> data = cards.told(material.cardId());
        data.put("material", material.id().value());
        data.put("name", material.name());
        data.put("version", number);
        data.put("sha256", HexFormat.of().formatHex(hash));
        if (!note.isBlank()) {
            data.put("note", note.strip());
        }
        cards.seenAnew(pen, material.cardId());
        pen.write(told, material.cardId(), data);
        superseding.supersede(pen, seat, material, number);
        unread.add(version);
        return new Kept(material.id(), version, number);
    }

    private static String field(Content content) {
        return switch (content) {
            case Content.Files files -> "file";
            case Content.Text text -> "text";
            case Content.Link link -> "url";
        };
    }

    private static byte[] fingerprint(Content content, List<Named> files) {
        return switch (content) {
            case Content.Files known ->
                Fingerprint.ofFiles(files.stream()
                        .map(file -> new Fingerprint.Named(file.name(), file.sha256()))
                        .toList());
            case Content.Text(String body) -> Fingerprint.ofText(body);
            case Content.Link(String url) -> Fingerprint.ofText(url.strip());
        };
    }

    private VersionId insert(Pen pen, MaterialId material, int number, Content content, String note, byte[] hash) {
        PersonId actor = pen.actor();
        return new VersionId(sql.sql("""
                        insert into material_version (material_id, number, kind, body, note, sha256, created_at, created_by)
                        values (:material, :number, :kind, :body, :note, :hash, :now, :by) returning id
                        """)
                .param("material", material.value())
                .param("number", number)
                .param(
                        "kind",
                        switch (content) {
                            case Content.Files files -> Version.Kind.FILES.code();
                            case Content.Text text -> Version.Kind.TEXT.code();
                            case Content.Link link -> Version.Kind.LINK.code();
                        })
                .param(
                        "body",
                        switch (content) {
                            case Content.Files files -> "";
                            case Content.Text(String body) -> body;
                            case Content.Link(String url) -> url.strip();
                        })
                .param("note", note.strip())
                .param("hash", hash)
                .param("now", pen.now().atOffset(ZoneOffset.UTC))
                .param("by", actor == null ? null : actor.value())
                .query(Long.class)
                .single());
    }

    /** Gives it another name, by which it is then found. @throws Invalid for no name or a too long one */
    public void rename(Seat seat, MaterialId id, String name) {
        new Faults().text("name", name, NAME_LIMIT).stop();
        step(seat, id, EventKind.MATERIAL_RENAMED, (pen, material, data) -> {
            data.put("from", material.name());
            data.put("name", name.strip());
            int renamed = sql.sql("update material set name = :name where id = :id and name <> :name")
                    .param("name", name.strip())
                    .param("id", id.value())
                    .update();
            if (renamed > 0) {
                unread.again(id);
            }
            return renamed;
        });
    }

    /**
     * Puts a material away: its versions and what was approved stay. What is asked about it must be withdrawn first. On a launch card,
     * whose launch it may hold back, only the account and the owner may.
     */
    public void archive(Seat seat, MaterialId id) {
        step(seat, id, EventKind.MATERIAL_ARCHIVED, (pen, material, data) -> {
            if (!seat.manages() && faces.number(seat, material.card()).kind() == CardKind.LAUNCH) {
                throw new Forbidden("error.only_account");
            }
            if (superseding.asked(id)) {
                throw new Invalid("material", "error.withdraw_first");
            }
            return sql.sql("update material set archived_at = ?, archived_by = ? where id = ? and archived_at is null")
                    .params(
                            pen.now().atOffset(ZoneOffset.UTC),
                            seat.viewer().person().value(),
                            id.value())
                    .update();
        });
    }

    /** Takes a material into use again. */
    public void restore(Seat seat, MaterialId id) {
        step(
                seat,
                id,
                EventKind.MATERIAL_RESTORED,
                (pen, material, data) -> sql.sql(
                                "update material set archived_at = null, archived_by = null where id = ? and archived_at is not null")
                        .param(id.value())
                        .update());
    }

    private interface Act {
        int by(Pen pen, Material material, Map<String, Object> data);
    }

    /** One change of a material itself; nothing is told when nothing changed. */
    private void step(Seat seat, MaterialId id, EventKind told, Act act) {
        history.change(seat.project(), seat.viewer().person(), pen -> {
            Material material = versions.material(seat, id);
            Map<String, Object> data = cards.told(material.cardId());
            data.put("material", id.value());
            data.put("name", material.name());
            if (act.by(pen, material, data) > 0) {
                cards.seenAnew(pen, material.cardId());
                pen.write(told, material.cardId(), data);
            }
            return true;
        });
    }
}
