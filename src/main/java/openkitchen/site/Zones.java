package openkitchen.site;

import com.ibm.icu.text.TimeZoneNames;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.text.Collator;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import openkitchen.text.Language;
import org.springframework.stereotype.Component;

/** The time zones of the world by their cities' names, from west to east as the clocks stand now. */
@Component
public class Zones {

    /** Cities, not the historical names of countries and the bare offsets that the database has too. */
    private static final Pattern CITY = Pattern.compile(
            "(Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.+|Etc/UTC");

    private final Clock clock;
    private final Map<Language, Map<String, String>> names = new ConcurrentHashMap<>();

    Zones(Clock clock) {
        this.clock = clock;
    }

    /** A zone as it is chosen: {@code Europe/Moscow}, {@code Москва, UTC+3}. */
    public record Zone(String id, String name) {}

    List<Zone> in(Language language) {
        Instant now = clock.instant();
        Map<String, String> cities = names.computeIfAbsent(language, Zones::cities);
        Comparator<String> byOffset =
                Comparator.comparing(id -> -offset(id, now).getTotalSeconds());
        Collator alphabet = Collator.getInstance(language.locale());
        Comparator<String> byName = (a, b) -> alphabet.compare(cities.get(a), cities.get(b));
        return cities.keySet().stream()
                .sorted(byOffset.reversed().thenComparing(byName))
                .map(id -> new Zone(id, cities.get(id) + ", " + written(offset(id, now))))
                .toList();
    }

    /** A zone as it is chosen in the list: {@code Москва, UTC+3}. */
    String name(Language language, String zone) {
        String id = canonical(zone);
        String city = names.computeIfAbsent(language, Zones::cities).getOrDefault(id, id);
        return city + ", " + written(offset(id, clock.instant()));
    }

    static boolean exists(String id) {
        return ZoneId.getAvailableZoneIds().contains(id);
    }

    /** The id by which the list knows a zone that may have another name besides. */
    public static String canonical(String zone) {
        return Objects.requireNonNullElse(TimeZone.getCanonicalID(zone), zone);
    }

    private static Map<String, String> cities(Language language) {
        TimeZoneNames spoken = TimeZoneNames.getInstance(ULocale.forLocale(language.locale()));
        Map<String, String> cities = new ConcurrentHashMap<>();
        for (String id : ZoneId.getAvailableZoneIds()) {
            if (CITY.matcher(id).matches() && id.equals(TimeZone.getCanonicalID(id))) {
                cities.put(id, id.equals("Etc/UTC") ? "UTC" : city(spoken, id));
            }
        }
        return cities;
    }

    private static String city(TimeZoneNames spoken, String id) {
        String name = spoken.getExemplarLocationName(id);
        return name == null ? id.substring(id.lastIndexOf('/') + 1).replace('_', ' ') : name;
    }

    private static ZoneOffset offset(String id, Instant now) {
        return ZoneId.of(id).getRules().getOffset(now);
    }

    private static String written(ZoneOffset offset) {
        int minutes = offset.getTotalSeconds() / 60;
        String sign = minutes < 0 ? "−" : "+";
        int rest = Math.abs(minutes) % 60;
        return minutes == 0
                ? "UTC"
                : "UTC" + sign + Math.abs(minutes) / 60 + (rest == 0 ? "" : ":%02d".formatted(rest));
    }
}
