package openkitchen.material;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import openkitchen.id.FileId;
import openkitchen.id.VersionId;
import openkitchen.reading.Reading;
import openkitchen.reading.Readings;
import openkitchen.rounds.Rounds;
import openkitchen.search.SearchIndex;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Reads new versions before anybody looks at them, and lets search find their text: the newest version's. What was left unread by a
 * stop is read after the next start.
 */
@Component
class Preparing extends Rounds {

    private static final Duration EVERY = Duration.ofSeconds(20);
    private static final int AT_ONCE = 50;
    private static final Duration LATER = Duration.ofMinutes(15);
    private static final Logger LOG = LoggerFactory.getLogger(Preparing.class);

    private final JdbcClient sql;
    private final UnreadVersions unread;
    private final Readings readings;
    private final SearchIndex search;

    Preparing(
            JdbcClient sql,
            UnreadVersions unread,
            Readings readings,
            SearchIndex search,
            @Value("${openkitchen.rounds:true}") boolean byItself) {
        super(byItself);
        this.sql = sql;
        this.unread = unread;
        this.readings = readings;
        this.search = search;
    }

    @TransactionalEventListener(fallbackExecution = true)
    void came(UnreadVersions.Came came) {
        hurry();
    }

    /** Reads what is not read yet. @return whether there may be more */
    boolean round() {
        List<VersionId> due = unread.due(AT_ONCE);
        for (VersionId version : due) {
            try {
                read(version);
            } catch (RuntimeException failed) { // one that cannot be kept must not hold up the others
                LOG.warn("the text of version {} could not be kept: {}", version, failed.toString());
                unread.later(version, LATER);
            }
        }
        return due.size() == AT_ONCE;
    }

    private void read(VersionId version) {
        List<String> words = new ArrayList<>(List.of(body(version)));
        for (FileId file : files(version)) {
            Reading reading = readings.of(file);
            if (reading instanceof Reading.Unreadable none && none.passing()) {
                unread.later(version, LATER);
                return;
            }
            words.add(reading.words().replace('\0', ' '));
        }
        String text = words.stream().filter(each -> !each.isBlank()).collect(Collectors.joining("\n"));
        unread.done(
                version, belongs -> search.version(belongs.project(), belongs.card(), version, belongs.name(), text));
    }

    /** A text; the address of a link is none. */
    private String body(VersionId version) {
        return sql.sql("select case kind when 'link' then '' else body end from material_version where id = ?")
                .param(version.value())
                .query(String.class)
                .optional()
                .orElse("");
    }

    private List<FileId> files(VersionId version) {
        return sql.sql("select file_id from material_file where version_id = ? order by place")
                .param(version.value())
                .query((row, index) -> new FileId(row.getLong(1)))
                .list();
    }

    @Override
    protected List<Round> rounds() {
        return List.of(new Round("materials", "materials could not be read", Duration.ZERO, EVERY, this::all));
    }

    private void all() {
        boolean more = true;
        while (more && isRunning()) {
            more = round();
        }
    }
}
