package openkitchen.store;

import java.io.FileNotFoundException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import openkitchen.start.CannotStart;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Files in a bucket of an object store that speaks S3. */
final class S3 implements Shelf, AutoCloseable {

    private static final Duration CONNECTING = Duration.ofSeconds(5);
    private static final Duration SILENT = Duration.ofSeconds(60);
    private static final int NOT_FOUND = 404;
    private static final int NO_ANSWER = 0;
    private static final Logger LOG = LoggerFactory.getLogger(S3.class);

    private final S3Client client;
    private final String bucket;
    private final Path waiting;

    /** @param waiting a folder on this machine for what has to be a file for a moment */
    S3(S3Settings settings, Path waiting) {
        this.client = client(settings);
        this.bucket = settings.bucket();
        this.waiting = waiting;
    }

    private static S3Client client(S3Settings settings) {
        S3ClientBuilder builder = S3Client.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(CONNECTING)
                        .socketTimeout(SILENT))
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(settings.accessKey(), settings.secretKey())))
                .region(Region.of(settings.region().isEmpty() ? "us-east-1" : settings.region()))
                .forcePathStyle(settings.pathStyle())
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .serviceConfiguration(
                        S3Configuration.builder().chunkedEncodingEnabled(false).build());
        if (!settings.endpoint().isEmpty()) {
            builder.endpointOverride(URI.create(settings.endpoint()));
        }
        return builder.build();
    }

    /** @throws CannotStart when the bucket is not there, or not ours to use */
    void check() {
        try {
            client.headBucket(request -> request.bucket(bucket));
        } catch (SdkException refused) {
            LOG.warn("the S3 bucket {} cannot be used: {}", bucket, refused.getMessage());
            int status = refused instanceof S3Exception answered ? answered.statusCode() : NO_ANSWER;
            Refusal why = Refusal.of(status);
            throw new CannotStart(
                    "The S3 bucket %s cannot be used: %s. Check openkitchen.s3.endpoint, region, access-key, secret-key and path-style."
                            .formatted(bucket, why.english.formatted(status)),
                    "Не получается работать с бакетом S3 %s: %s. Проверьте openkitchen.s3.endpoint, region, access-key, secret-key и path-style."
                            .formatted(bucket, why.russian.formatted(status)));
        }
    }

    /** Why a bucket cannot be used, with the status of the answer; its words are for the log alone. */
    private enum Refusal {
        NO_BUCKET("there is no such bucket (%d)", "такого бакета нет (%d)"),
        NO_ACCESS("access is denied (%d)", "доступ закрыт (%d)"),
        ANOTHER_ANSWER("the store answers %d", "хранилище отвечает %d"),
        UNREACHABLE("the store cannot be reached", "до хранилища не достучаться");

        private final String english;
        private final String russian;

        Refusal(String english, String russian) {
            this.english = english;
            this.russian = russian;
        }

        static Refusal of(int status) {
            return switch (status) {
                case NO_ANSWER -> UNREACHABLE;
                case NOT_FOUND -> NO_BUCKET;
                case 401, 403 -> NO_ACCESS;
                default -> ANOTHER_ANSWER;
            };
        }
    }

    S3Client client() {
        return client;
    }

    String bucket() {
        return bucket;
    }

    /** Asks, and says a failure as one of input and output. */
    static <T> T asked(Supplier<T> question) throws IOException {
        try {
            return question.get();
        } catch (NoSuchKeyException none) {
            throw (IOException) new FileNotFoundException(none.getMessage()).initCause(none);
        } catch (SdkException failed) {
            throw new IOException(failed.getMessage(), failed);
        }
    }

    @Override
    public void put(String location, Path bytes) throws IOException {
        asked(() -> client.putObject(request -> request.bucket(bucket).key(location), RequestBody.fromFile(bytes)));
    }

    @Override
    public void put(String location, byte[] bytes) throws IOException {
        asked(() -> client.putObject(request -> request.bucket(bucket).key(location), RequestBody.fromBytes(bytes)));
    }

    @Override
    public void copy(String from, String to) throws IOException {
        asked(() -> client.copyObject(request -> request.sourceBucket(bucket)
                .sourceKey(from)
                .destinationBucket(bucket)
                .destinationKey(to)));
    }

    @Override
    public long size(String location) throws IOException {
        return asked(() -> {
            try {
                return client.headObject(request -> request.bucket(bucket).key(location))
                        .contentLength();
            } catch (S3Exception refused) {
                if (refused.statusCode() == NOT_FOUND) {
                    return -1L;
                }
                throw refused;
            }
        });
    }

    @Override
    public InputStream open(String location, long from, long length) throws IOException {
        if (length <= 0) {
            return InputStream.nullInputStream();
        }
        long last = length >= Long.MAX_VALUE - from ? Long.MAX_VALUE - 1 : from + length - 1;
        return new Answer(asked(() ->
                client.getObject(request -> request.bucket(bucket).key(location).range("bytes=" + from + "-" + last))));
    }

    @Override
    public <T> T withPath(String location, Function<Path, T> reader) throws IOException {
        Path copy = Files.createTempFile(Files.createDirectories(waiting), "look", "");
        try {
            try (InputStream bytes = open(location, 0, Long.MAX_VALUE)) {
                Files.copy(bytes, copy, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            }
            return reader.apply(copy);
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    @Override
    public void remove(String location) throws IOException {
        asked(() -> client.deleteObject(request -> request.bucket(bucket).key(location)));
    }

    @Override
    public void each(Consumer<String> seen) throws IOException {
        asked(() -> {
            client.listObjectsV2Paginator(request -> request.bucket(bucket)).contents().stream()
                    .map(object -> object.key())
                    .filter(location -> !location.startsWith(INCOMING))
                    .forEach(seen);
            return true;
        });
    }

    @Override
    public void close() {
        client.close();
    }

    /** What is not read to its end is broken off, not drained. */
    private static final class Answer extends FilterInputStream {

        private final ResponseInputStream<GetObjectResponse> answer;
        private boolean ended;

        Answer(ResponseInputStream<GetObjectResponse> answer) {
            super(answer);
            this.answer = answer;
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            ended |= read < 0;
            return read;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            ended |= read < 0;
            return read;
        }

        @Override
        public void close() throws IOException {
            if (!ended) {
                answer.abort();
            }
            super.close();
        }
    }
}
