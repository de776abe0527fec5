package openkitchen.demo;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import openkitchen.text.Language;

/**
 * The texts of a story as people wrote them: {@code {d-12}} and {@code {n+3}} become dates, {@code {#core}} the number of the
 * card with this ref, and {@code @anton} whatever he is called by here.
 */
final class Wording {

    private static final Pattern DATE = Pattern.compile("\\{([dn])([+-]\\d+)}");
    private static final Pattern CARD = Pattern.compile("\\{#([a-z0-9-]+)}");
    private static final Pattern MENTION = Pattern.compile("(?<![\\w.])@([a-z]+)");

    private final Cast cast;
    private final Days days;
    private final Language language;
    private final Map<String, Integer> numbers;

    Wording(Cast cast, Days days, Story story) {
        this.cast = cast;
        this.days = days;
        this.language = Language.of(story.language());
        this.numbers = numbers(days, story);
    }

    private static Map<String, Integer> numbers(Days days, Story story) {
        Map<String, Integer> numbers = new HashMap<>();
        int number = 0;
        for (Story.Scene scene : story.inOrder(days)) {
            number++;
            if (scene.ref() != null) {
                numbers.put(scene.ref(), number);
            }
        }
        return numbers;
    }

    String of(String text) {
        String dated = DATE.matcher(text.strip()).replaceAll(this::date);
        String numbered = CARD.matcher(dated).replaceAll(found -> "#" + number(found.group(1)));
        return MENTION.matcher(numbered).replaceAll(this::mention);
    }

    private String date(MatchResult found) {
        int count = Integer.parseInt(found.group(2));
        return found.group(1).equals("d") ? days.date(count, language) : days.figures(count);
    }

    private int number(String ref) {
        return Objects.requireNonNull(numbers.get(ref), () -> "no card " + ref);
    }

    private String mention(MatchResult found) {
        String who = found.group(1);
        return Matcher.quoteReplacement("@" + (cast.has(who) ? cast.person(who).handle() : who));
    }
}
