package openkitchen.text;

import java.util.Locale;
import java.util.regex.Pattern;

/** Where an address in a text leads. */
enum LinkTarget {
    /** A page of this installation. */
    OWN,
    /** Another site. */
    OUTSIDE,
    /** An e-mail address or a telephone number. */
    CALL,
    /** What nobody may be led to: scripts, files, unknown schemes. */
    REFUSED;

    private static final Pattern SCHEME = Pattern.compile("([^:/?#]*):.*", Pattern.DOTALL);
    private static final Pattern OWN_PICTURE =
            Pattern.compile("/(?:files|p)/(?:[\\p{L}\\p{N}_~./-]|%(?!2[eEfF]|5[cC])[0-9a-fA-F]{2})+(?:\\?[\\w=&.-]*)?");
    private static final int LONGEST = 2_000;

    static LinkTarget of(String address) {
        if (address.isBlank() || address.length() > LONGEST || address.chars().anyMatch(c -> c < ' ' || c == 0x7f)) {
            return REFUSED;
        }
        var scheme = SCHEME.matcher(address);
        if (scheme.matches()) {
            return switch (scheme.group(1).toLowerCase(Locale.ROOT)) {
                case "http", "https" -> OUTSIDE;
                case "mailto", "tel" -> CALL;
                default -> REFUSED;
            };
        }
        return leavesTheSite(address) ? OUTSIDE : OWN;
    }

    /** Whether a picture may be loaded from this address: only from this installation, so that nobody is counted by it. */
    static boolean isOwnPicture(String address) {
        return address.length() <= 300
                && OWN_PICTURE.matcher(address).matches()
                && !address.contains("..")
                && !address.contains("//");
    }

    /** Browsers read {@code //host}, and with backslashes too, as another site. */
    private static boolean leavesTheSite(String address) {
        String path = address.strip().replace('\\', '/');
        return path.startsWith("//");
    }
}
