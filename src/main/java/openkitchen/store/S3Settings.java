package openkitchen.store;

import java.net.URI;
import java.util.function.UnaryOperator;
import openkitchen.start.CannotStart;

/** Which bucket holds the files; without one they are on the disk. */
record S3Settings(
        String bucket, String endpoint, String region, String accessKey, String secretKey, boolean pathStyle) {

    private static final String PREFIX = "openkitchen.s3.";

    /** @param setting a setting by its name, empty when it is not set */
    static S3Settings from(UnaryOperator<String> setting) {
        return new S3Settings(
                setting.apply(PREFIX + "bucket").strip(),
                setting.apply(PREFIX + "endpoint").strip(),
                setting.apply(PREFIX + "region").strip(),
                setting.apply(PREFIX + "access-key").strip(),
                setting.apply(PREFIX + "secret-key").strip(),
                Boolean.parseBoolean(setting.apply(PREFIX + "path-style").strip()));
    }

    boolean none() {
        return bucket.isEmpty();
    }

    /** @throws CannotStart when something is missing or cannot be right */
    void check() {
        needed("access-key", accessKey);
        needed("secret-key", secretKey);
        if (endpoint.isEmpty()) {
            needed("region", region);
        } else if (!endpoint.matches("(?i)https?://[^\\s/?#]+/?") || !isUri(endpoint)) {
            throw new CannotStart(
                    "openkitchen.s3.endpoint is no address: %s. A right one: https://s3.example.com."
                            .formatted(endpoint),
                    "openkitchen.s3.endpoint — не адрес: %s. Правильно так: https://s3.example.com."
                            .formatted(endpoint));
        }
    }

    private static boolean isUri(String text) {
        try {
            return URI.create(text).getHost() != null;
        } catch (IllegalArgumentException wrong) {
            return false;
        }
    }

    private void needed(String name, String value) {
        if (value.isEmpty()) {
            throw new CannotStart(
                    "Files are to be kept in the S3 bucket %s, but %s%s is not set.".formatted(bucket, PREFIX, name),
                    "Файлы должны храниться в S3, бакет %s, но не задано %s%s.".formatted(bucket, PREFIX, name));
        }
    }

    @Override
    public String toString() {
        return "S3 bucket " + bucket;
    }
}
