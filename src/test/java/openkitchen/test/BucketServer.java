package openkitchen.test;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** An object store on this machine that speaks S3, one for all tests. It ends with the JVM. */
public final class BucketServer {

    private static final String ACCESS = "kitchen-access";
    private static final String SECRET = "kitchen-secret";
    private static final AtomicInteger MADE = new AtomicInteger();

    private BucketServer() {}

    /** The settings of Open Kitchen that name a new bucket in it. */
    public static Map<String, String> freshBucket() {
        String bucket = "kitchen-" + MADE.incrementAndGet();
        try (S3Client client = client()) {
            client.createBucket(request -> request.bucket(bucket));
        }
        return named(bucket);
    }

    /** As {@link #freshBucket}, for a bucket that may not be there. */
    public static Map<String, String> named(String bucket) {
        return Map.of(
                "openkitchen.s3.bucket", bucket,
                "openkitchen.s3.endpoint", endpoint().toString(),
                "openkitchen.s3.access-key", ACCESS,
                "openkitchen.s3.secret-key", SECRET,
                "openkitchen.s3.path-style", "true");
    }

    public static S3Client client() {
        return S3Client.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .endpointOverride(endpoint())
                .region(Region.US_EAST_1)
                .forcePathStyle(true)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(ACCESS, SECRET)))
                .build();
    }

    private static URI endpoint() {
        return URI.create("http://127.0.0.1:" + Server.RUNNING.getPort());
    }

    private static final class Server {

        static final S3Proxy RUNNING = start();

        private static S3Proxy start() {
            try {
                Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target", "buckets")), "run");
                S3Proxy server = S3Proxy.builder()
                        .blobStore(new FilesystemNio2BlobStore(
                                folder.toAbsolutePath().toString()))
                        .endpoint(URI.create("http://127.0.0.1:0"))
                        .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, ACCESS, SECRET)
                        .build();
                server.start();
                Runtime.getRuntime().addShutdownHook(new Thread(() -> empty(folder)));
                return server;
            } catch (Exception failed) {
                throw new IllegalStateException(failed);
            }
        }

        private static void empty(Path folder) {
            try {
                org.springframework.util.FileSystemUtils.deleteRecursively(folder);
            } catch (IOException left) {
                // target is swept by whoever builds anew
            }
        }
    }
}
