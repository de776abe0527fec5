package openkitchen.talk;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import openkitchen.people.Viewer;
import openkitchen.problem.Faults;
import openkitchen.problem.Forbidden;
import openkitchen.project.Discipline;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The words that suggest asking a discipline about a decision: who writes "redirects" is asked whether SEO should see it. A word
 * stands for all that begins with it, so «редирект» finds «редиректы». The agency's owner and accounts edit the lists.
 */
@Component
public class DisciplineWords {

    /** Characters of one discipline's list. */
    public static final int LIMIT = 4000;

    private static final int SHORTEST = 2;

    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}+#.-]+");

    /** What a fresh agency begins with. */
    private static final Map<Discipline, String> USUAL = new EnumMap<>(Map.of(
            Discipline.SEO,
            "редирект, redirect, robots, sitemap, canonical, каноник, индексац, noindex, url, чпу, метатег, title, h1, "
                    + "перелинков, семантик, seo, сео, позици, сниппет, snippet, indexing, hreflang, 301, 404",
            Discipline.PPC,
            "объявлени, ставк, директ, рекламн, utm, посадочн, лендинг, минус-слов, ppc, ads, campaign, кампани, bid, landing, "
                    + "ретаргет, remarketing, аудитори",
            Discipline.SOCIAL,
            "таргет, креатив, соцсет, вконтакте, telegram, телеграм, instagram, сторис, stories, reels, creative, social",
            Discipline.DEVELOPMENT,
            "верстк, сервер, хостинг, деплой, релиз, cms, скрипт, javascript, api, форм, кэш, cache, deploy, hosting, server, "
                    + "release, script",
            Discipline.DESIGN,
            "макет, дизайн, шрифт, логотип, баннер, цвет, figma, фигма, layout, design, font, logo, banner",
            Discipline.ANALYTICS,
            "метрик, счётчик, счетчик, gtm, цел, событи, конверси, аналитик, analytics, goal, event, conversion, counter, "
                    + "коллтрекинг, calltracking, crm",
            Discipline.COPYWRITING,
            "текст, стать, заголов, редполитик, копирайт, article, copy, headline, tone"));

    private final JdbcClient sql;
    private final Clock clock;

    DisciplineWords(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Each discipline's list as it is edited: words with commas between them. */
    public Map<Discipline, String> lists() {
        Map<Discipline, String> lists = new EnumMap<>(USUAL);
        sql.sql("select discipline, words from discipline_words")
                .query((row, index) -> Map.entry(row.getString(1), row.getString(2)))
                .list()
                .forEach(own -> Discipline.find(own.getKey())
                        .ifPresent(discipline ->
                                lists.put(discipline, words(own.getValue()).collect(Collectors.joining(", ")))));
        return lists;
    }

    private static Stream<String> words(String list) {
        return Arrays.stream(list.split("[,;\\n]"))
                .map(word -> word.strip().toLowerCase(Locale.ROOT))
                .filter(word -> !word.isEmpty())
                .distinct();
    }

    /**
     * Sets a discipline's list; an empty one suggests nothing.
     *
     * @throws Forbidden for others than the agency's owner and accounts
     */
    public void set(Viewer viewer, Discipline discipline, String list) {
        if (!viewer.leads()) {
            throw new Forbidden("error.only_leads");
        }
        new Faults()
                .optional("words", list, LIMIT)
                .unless(words(list).allMatch(word -> word.length() >= SHORTEST), "words", "error.word_too_short")
                .stop();
        sql.sql("""
                        insert into discipline_words (discipline, words, changed_at, changed_by) values (:discipline, :words, :now, :by)
                        on conflict (discipline) do update set words = excluded.words, changed_at = excluded.changed_at,
                               changed_by = excluded.changed_by
                        """)
                .param("discipline", discipline.code())
                .param("words", words(list).collect(Collectors.joining(", ")))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("by", viewer.person().value())
                .update();
    }

    /** A word of a text, and the discipline that it suggests asking. */
    public record Suggestion(Discipline discipline, String word) {}

    /** Whom a text suggests asking, with the word that does, one for each discipline among these. */
    public List<Suggestion> suggest(String text, Set<Discipline> among) {
        Map<Discipline, String> lists = lists();
        List<String> said = Arrays.stream(BETWEEN.split(text))
                .filter(word -> !word.isEmpty())
                .toList();
        return new TreeSet<>(among)
                .stream()
                        .flatMap(discipline -> {
                            List<String> stems =
                                    words(lists.getOrDefault(discipline, "")).toList();
                            return said.stream()
                                    .filter(word -> stems.stream().anyMatch(word.toLowerCase(Locale.ROOT)::startsWith))
                                    .findFirst()
                                    .map(word -> new Suggestion(discipline, word))
                                    .stream();
                        })
                        .toList();
    }
}
