package openkitchen.text;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Says moments, dates and spans of time as people do, in somebody's language and time zone. */
@Component
public class Moments {

    private final Clock clock;
    private final Map<Language, CalendarWords> words;

    public Moments(Messages messages, Clock clock) {
        this.clock = clock;
        this.words = Arrays.stream(Language.values())
                .collect(Collectors.toMap(
                        Function.identity(),
                        language -> new CalendarWords(messages.in(language)),
                        (one, other) -> one,
                        () -> new EnumMap<>(Language.class)));
    }

    /** Speaks as of now. It does not go with the time: ask for a new one for each page or message. */
    public When in(Language language, ZoneId zone) {
        return at(clock.instant(), language, zone);
    }

    /** Speaks as of a given moment. */
    public When at(Instant now, Language language, ZoneId zone) {
        return new When(Objects.requireNonNull(words.get(language)), zone, now);
    }
}
