package openkitchen.site;

import java.util.Optional;
import java.util.stream.Stream;

/** Tells a browser and its machine by what it says of itself: enough to know one's own again. */
final class Device {

    /** Those that call themselves by others' names too come before those others. */
    private static final String[][] BROWSERS = {
        {"YaBrowser/", "Yandex Browser"},
        {"Edg", "Edge"},
        {"OPR/", "Opera"},
        {"SamsungBrowser/", "Samsung Internet"},
        {"Firefox/", "Firefox"},
        {"FxiOS/", "Firefox"},
        {"CriOS/", "Chrome"},
        {"Chrome/", "Chrome"},
        {"Safari/", "Safari"},
    };

    private static final String[][] MACHINES = {
        {"iPhone", "iPhone"},
        {"iPad", "iPad"},
        {"Android", "Android"},
        {"CrOS", "ChromeOS"},
        {"Windows", "Windows"},
        {"Mac OS", "macOS"},
        {"Linux", "Linux"},
    };

    private Device() {}

    /** {@code Chrome, Windows}; empty where nothing is known. */
    static Optional<String> of(String userAgent) {
        return Stream.of(BROWSERS, MACHINES)
                .flatMap(known -> Stream.of(known)
                        .filter(each -> userAgent.contains(each[0]))
                        .map(each -> each[1])
                        .limit(1))
                .reduce((browser, machine) -> browser + ", " + machine);
    }
}
