package openkitchen.material;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import openkitchen.id.ApprovalId;
import openkitchen.id.CardId;
import openkitchen.id.CommentId;
import openkitchen.id.FileId;
import openkitchen.id.MaterialId;
import openkitchen.id.PersonId;
import openkitchen.id.VersionId;
import openkitchen.project.Projects;
import org.jspecify.annotations.Nullable;

/** Approvals as rows: one for each decision about it, or one for none. */
final class ApprovalRows {

    /** The rows of one approval have to follow each other, its decisions ({@code w}) in the order of their ids. */
    static final String SELECT = """
            select a.id, a.comment_id, m.card_id, a.material_id, m.name, a.version_id, v.number, m.versions, v.sha256, a.needs, a.state,
                   a.due_at, a.asked_at, a.asked_by, a.settled_at, a.settled_by, a.by_team_change, a.reason,
                   w.verdict, w.person_id, w.roles, w.way, w.at, w.comment, w.sha256 as decided_sha256, w.recorded_at, w.recorded_by,
                   w.evidence, w.evidence_file_id
              from approval a join material m on m.id = a.material_id join material_version v on v.id = a.version_id
              left join approval_voice w on w.approval_id = a.id
            """;

    private ApprovalRows() {}

    /** All of them, in the order of their rows. */
    static List<Approval> read(ResultSet rows) throws SQLException {
        List<Approval> all = new ArrayList<>();
        boolean more = rows.next();
        while (more) {
            List<Approval.Voice> voices = new ArrayList<>();
            Approval approval = approval(rows, Collections.unmodifiableList(voices));
            do {
                if (rows.getString("verdict") != null) {
                    voices.add(voice(rows));
                }
                more = rows.next();
            } while (more && rows.getLong("id") == approval.id().value());
            all.add(approval);
        }
        return all;
    }

    private static Approval approval(ResultSet row, List<Approval.Voice> voices) throws SQLException {
        return new Approval(
                new ApprovalId(row.getLong("id")),
                new CommentId(row.getLong("comment_id")),
                new CardId(row.getLong("card_id")),
                new MaterialId(row.getLong("material_id")),
                row.getString("name"),
                new VersionId(row.getLong("version_id")),
                row.getInt("number"),
                row.getInt("versions"),
                HexFormat.of().formatHex(row.getBytes("sha256")),
                Approval.Needs.find(row.getString("needs")).orElseThrow(),
                Approval.State.of(row.getString("state")),
                Versions.instant(row, "due_at"),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                new PersonId(row.getLong("asked_by")),
                Versions.instant(row, "settled_at"),
                id(row, "settled_by", PersonId::new),
                row.getBoolean("by_team_change"),
                row.getString("reason"),
                voices);
    }

    private static Approval.Voice voice(ResultSet row) throws SQLException {
        return new Approval.Voice(
                Verdict.find(row.getString("verdict")).orElseThrow(),
                new PersonId(row.getLong("person_id")),
                Projects.roles(row.getArray("roles")),
                Approval.Way.find(row.getString("way")).orElseThrow(),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("comment"),
                HexFormat.of().formatHex(row.getBytes("decided_sha256")),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                id(row, "recorded_by", PersonId::new),
                row.getString("evidence"),
                id(row, "evidence_file_id", FileId::new));
    }

    private static <T> @Nullable T id(ResultSet row, String column, LongFunction<T> type) throws SQLException {
        return Optional.ofNullable(row.getObject(column, Long.class))
                .map(type::apply)
                .orElse(null);
    }
}
