package openkitchen.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;

class OutageTest {

    @Test
    void aFullDiskIsKnownByPostgreSqlAndByTheFilesAlike() {
        assertThat(Outage.behind(new IllegalStateException(new SQLException("could not extend file", "53100"))))
                .contains(Outage.DISK_FULL);
        assertThat(Outage.behind(new UncheckedIOException(new IOException("No space left on device"))))
                .contains(Outage.DISK_FULL);
        assertThat(Outage.behind(new IOException("/data/files: Disk quota exceeded")))
                .contains(Outage.DISK_FULL);
    }

    @Test
    void aDatabaseThatIsAwayIsKnownByWhateverSaysSo() {
        assertThat(Outage.behind(new SQLException("refused", "08001"))).contains(Outage.DATABASE_AWAY);
        assertThat(Outage.behind(new SQLException("shutting down", "57P01"))).contains(Outage.DATABASE_AWAY);
        assertThat(Outage.behind(new SQLException("too many clients", "53300"))).contains(Outage.DATABASE_AWAY);
        assertThat(Outage.behind(new RuntimeException(new SQLTransientConnectionException("pool: timed out"))))
                .contains(Outage.DATABASE_AWAY);
    }

    @Test
    void whatIsOurOwnMistakeIsNoOutage() {
        assertThat(Outage.behind(new SQLException("duplicate key", "23505"))).isEmpty();
        assertThat(Outage.behind(new IOException("Broken pipe"))).isEmpty();
        assertThat(Outage.behind(new IOException())).isEmpty();
        assertThat(Outage.behind(new IllegalStateException("no cause"))).isEmpty();
    }
}
