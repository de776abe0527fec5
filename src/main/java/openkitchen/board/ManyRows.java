package openkitchen.board;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.ParameterizedPreparedStatementSetter;
import org.springframework.stereotype.Component;

/** Writes many rows of a table in few round trips; their ids are drawn before, so that each is known to belong to what. */
@Component
class ManyRows {

    private static final int AT_ONCE = 1000;

    private final JdbcTemplate sql;

    ManyRows(JdbcTemplate sql) {
        this.sql = sql;
    }

    List<Long> ids(String table, int count) {
        return sql.queryForList(
                "select nextval(pg_get_serial_sequence(?, 'id')) from generate_series(1, ?)", Long.class, table, count);
    }

    <T> void write(String statement, List<T> rows, ParameterizedPreparedStatementSetter<T> setter) {
        if (!rows.isEmpty()) {
            sql.batchUpdate(statement, rows, AT_ONCE, setter);
        }
    }

    /** The last rank under each of these parents that has any. */
    Map<Long, String> lastRanks(String table, String parent, Collection<Long> ids) {
        Map<Long, String> last = new HashMap<>();
        sql.query(
                "select %s, max(rank) from %s where %s = any(?) group by 1".formatted(parent, table, parent),
                row -> {
                    last.put(row.getLong(1), row.getString(2));
                },
                (Object) ids.stream().distinct().toArray(Long[]::new));
        return last;
    }

    static void time(PreparedStatement row, int at, @Nullable Instant time) throws SQLException {
        row.setObject(at, time == null ? null : time.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE);
    }

    static void number(PreparedStatement row, int at, @Nullable Long number) throws SQLException {
        row.setObject(at, number, Types.BIGINT);
    }
}
