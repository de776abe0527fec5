package openkitchen.store;

import java.nio.file.Path;
import openkitchen.start.CannotStart;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;

/** Where an installation keeps its files: on the disk, or in a bucket when one is named. */
@Configuration(proxyBeanMethods = false)
class StoreSetUp {

    /** What S3 copies in one go. */
    private static final DataSize LARGEST_IN_S3 = DataSize.ofGigabytes(5);

    private final Path folder;
    private final Path incoming;
    private final S3Settings s3;

    StoreSetUp(@Value("${openkitchen.data:data}") String data, Environment environment) {
        this.folder = Path.of(data).toAbsolutePath().resolve("files");
        this.incoming = folder.resolve("incoming");
        this.s3 = S3Settings.from(name -> environment.getProperty(name, ""));
    }

    @Bean
    Shelf shelf() {
        return shelf(s3, folder);
    }

    /** @throws CannotStart when a bucket is named and cannot be used */
    static Shelf shelf(S3Settings s3, Path folder) {
        if (s3.none()) {
            return new Disk(folder);
        }
        s3.check();
        S3 shelf = new S3(s3, folder.resolve("incoming"));
        try {
            shelf.check();
        } catch (CannotStart refused) {
            shelf.close();
            throw refused;
        }
        return shelf;
    }

    @Bean
    Intake intake(
            Shelf shelf,
            UploadRows rows,
            Space space,
            PlatformTransactionManager transactions,
            @Value("${openkitchen.large-upload-limit:5GB}") DataSize largest) {
        if (shelf instanceof S3 bucket) {
            if (largest.compareTo(LARGEST_IN_S3) > 0) {
                throw new CannotStart(
                        "With files in S3, openkitchen.large-upload-limit may be at most 5GB.",
                        "Когда файлы хранятся в S3, openkitchen.large-upload-limit — не больше 5GB.");
            }
            return new S3Intake(bucket, rows, new TransactionTemplate(transactions), incoming);
        }
        return new DiskIntake(incoming, rows, space);
    }

    @Bean
    Space space(JdbcClient sql, UploadRows uploads, @Value("${openkitchen.store-quota:}") String quota) {
        return new Space(sql, uploads, quota.isBlank() ? null : DataSize.parse(quota.strip()), Space.on(incoming));
    }

    @Bean
    Staging staging(Space space, @Value("${openkitchen.upload-limit:100MB}") DataSize limit) {
        return new Staging(incoming, space, limit.toBytes());
    }
}
