package openkitchen.site;

import java.util.Map;
import openkitchen.test.BucketServer;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The same with the files in a bucket. */
class FilesServedFromS3Test extends FilesServedTest {

    @DynamicPropertySource
    static void inABucket(DynamicPropertyRegistry properties) {
        Map<String, String> settings = BucketServer.freshBucket();
        settings.forEach((name, value) -> properties.add(name, () -> value));
    }
}
