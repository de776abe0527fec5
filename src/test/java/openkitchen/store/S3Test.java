package openkitchen.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import openkitchen.start.CannotStart;
import openkitchen.test.BucketServer;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;
import software.amazon.awssdk.services.s3.S3Client;

class S3Test extends StoreContract {

    private final Map<String, String> settings = BucketServer.freshBucket();

    @Override
    Shelf shelf(Path folder) {
        return StoreSetUp.shelf(of(settings), folder);
    }

    private static S3Settings of(Map<String, String> settings) {
        return S3Settings.from(name -> settings.getOrDefault(name, ""));
    }

    @Override
    Intake intake(Shelf shelf, UploadRows rows, TransactionTemplate transaction, Path incoming) {
        return new S3Intake((S3) shelf, rows, transaction, incoming);
    }

    @Override
    int elsewhereIncoming() {
        String bucket = settings.get("openkitchen.s3.bucket");
        try (S3Client client = BucketServer.client()) {
            return client.listObjectsV2(request -> request.bucket(bucket).prefix(Shelf.INCOMING))
                            .contents()
                            .size()
                    + client.listMultipartUploads(request -> request.bucket(bucket))
                            .uploads()
                            .size();
        }
    }

    @Test
    void whatNoRowNamesIsSweptFromTheBucket() throws IOException {
        Intake intake = intake(shelf, rows, new TransactionTemplate(), incoming());
        sql.sql("""
                        insert into upload (token, name, size, created_at, touched_at, created_by)
                        select 'forgotten', 'a', 20, now(), now(), id from person limit 1
                        """).update();
        intake.receive("forgotten", 0, new ByteArrayInputStream(new byte[10]));
        rows.remove("forgotten");
        assertThat(elsewhereIncoming()).isEqualTo(2);
        intake.sweep(Instant.now().minusSeconds(3600), List.of());
        assertThat(elsewhereIncoming()).as("young").isEqualTo(2);
        intake.sweep(Instant.now().plusSeconds(3600), List.of("forgotten"));
        assertThat(elsewhereIncoming()).as("named").isEqualTo(2);
        intake.sweep(Instant.now().plusSeconds(3600), List.of());
        assertThat(elsewhereIncoming()).isZero();
    }

    @Test
    void settingsThatCannotBeRightAreSaid() {
        assertRefused("openkitchen.s3.secret-key is not set", "openkitchen.s3.secret-key", "");
        assertRefused("is no address", "openkitchen.s3.endpoint", "s3.example.com");
        assertRefused("there is no such bucket (404)", "openkitchen.s3.bucket", "nobody-made-it");
        assertRefused("access is denied (403)", "openkitchen.s3.secret-key", "another");
        assertRefused("cannot be used", "openkitchen.s3.endpoint", "http://127.0.0.1:1");
    }

    @Test
    void whyABucketCannotBeUsedIsSaidInRussianToo() {
        assertRefused("такого бакета нет (404).", "openkitchen.s3.bucket", "nobody-made-it");
        assertRefused("доступ закрыт (403).", "openkitchen.s3.secret-key", "another");
        assertRefused("до хранилища не достучаться.", "openkitchen.s3.endpoint", "http://127.0.0.1:1");
        assertRefused("the store cannot be reached.", "openkitchen.s3.endpoint", "http://127.0.0.1:1");
    }

    private void assertRefused(String said, String setting, String value) {
        Map<String, String> wrong = new HashMap<>(settings);
        wrong.put(setting, value);
        assertThatThrownBy(() -> StoreSetUp.shelf(of(wrong), data))
                .as(setting)
                .isInstanceOfSatisfying(
                        CannotStart.class,
                        refused -> assertThat(refused.sentences()).contains(said));
    }
}
