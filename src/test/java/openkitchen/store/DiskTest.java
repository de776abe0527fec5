package openkitchen.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import openkitchen.problem.Invalid;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

class DiskTest extends StoreContract {

    @Override
    Shelf shelf(Path folder) {
        return new Disk(folder);
    }

    @Override
    Intake intake(Shelf shelf, UploadRows rows, TransactionTemplate transaction, Path incoming) {
        return new DiskIntake(incoming, rows, new Space(sql, rows, null, free::get));
    }

    @Override
    int elsewhereIncoming() {
        return 0;
    }

    /** What was written after the last acknowledgement is written over. */
    @Test
    void whatWasNeverAcknowledgedDoesNotCount() throws IOException {
        java.nio.file.Files.createDirectories(incoming());
        sql.sql("""
                        insert into upload (token, name, size, received, created_at, touched_at, created_by)
                        select 'half', 'a', 20, 10, now(), now(), id from person limit 1
                        """).update();
        try (FileChannel file =
                FileChannel.open(incoming().resolve("half"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            file.write(java.nio.ByteBuffer.wrap(new byte[15]));
        }
        DiskIntake intake = new DiskIntake(incoming(), rows, new Space(sql, rows, null, free::get));
        assertThat(intake.receive("half", 15, new ByteArrayInputStream(new byte[5])))
                .isEqualTo(Intake.Outcome.WRONG_OFFSET);
        assertThat(intake.receive("half", 10, new ByteArrayInputStream(new byte[10])))
                .isEqualTo(Intake.Outcome.TAKEN);
        assertThat(incoming().resolve("half")).hasSize(20);
        assertThat(new Staging(incoming(), new Space(sql, rows, null, free::get), 1)
                        .leftovers(
                                new HashSet<>(rows.tokens()),
                                java.time.Instant.now().plusSeconds(60)))
                .isEmpty();
    }

    /** The database may be on the same disk: it must not be filled by what was begun when there was room. */
    @Test
    void aDiskThatFillsMeanwhileStopsIt() {
        sql.sql("""
                        insert into upload (token, name, size, received, created_at, touched_at, created_by)
                        select 'filling', 'a', 20, 0, now(), now(), id from person limit 1
                        """).update();
        DiskIntake intake = new DiskIntake(incoming(), rows, new Space(sql, rows, null, () -> 0));
        assertThatThrownBy(() -> intake.receive("filling", 0, new ByteArrayInputStream(new byte[10])))
                .isInstanceOf(Invalid.class);
        assertThat(rows.find("filling").orElseThrow().received()).isEqualTo(10);
    }
}
