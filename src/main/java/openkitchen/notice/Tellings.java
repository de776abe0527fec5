package openkitchen.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import openkitchen.history.Event;
import openkitchen.history.EventKind;
import openkitchen.id.CardId;
import openkitchen.id.CommentId;
import openkitchen.id.PersonId;
import openkitchen.id.ProjectId;
import openkitchen.people.Person;
import openkitchen.text.Markdown;
import openkitchen.window.AnswerWindows;
import openkitchen.window.Schedule;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Single things that people are told: gathered for the page in one notice per card, and waiting for the letter that tells them. */
@Component
public class Tellings {

    private static final int EXCERPT = 280;

    private final JdbcClient sql;
    private final Clock clock;
    private final AnswerWindows windows;
    private final Wishes wishes;
    private final Markdown markdown;

    Tellings(JdbcClient sql, Clock clock, AnswerWindows windows, Wishes wishes, Markdown markdown) {
        this.sql = sql;
        this.clock = clock;
        this.windows = windows;
        this.wishes = wishes;
        this.markdown = markdown;
    }

    /**
     * What one person is to be told by mail.
     *
     * @param in the project in which the card is now, with its {@code key} and its name
     * @param number the card's
     * @param about the question, remark or decision that it is about, or what was said; null when that is gone
     * @param said what was said about it; null for nothing
     * @param words the whole of what was said, Markdown; may be empty
     */
    public record Telling(
            long id,
            PersonId person,
            ProjectId in,
            CardId card,
            String key,
            String project,
            int number,
            String title,
            Reason reason,
            Instant at,
            @Nullable PersonId actor,
            @Nullable CommentId about,
            @Nullable CommentId said,
            String words) {}

    /**
     * Who is told of an event.
     *
     * @param told each with the reason why
     */
    record News(Event event, Map<PersonId, Reason> told) {}

    /** One person who is told of one event. */
    private record Told(
            Event event,
            PersonId person,
            Reason reason,
            @Nullable Instant mail) {

        Place place() {
            return new Place(person, card());
        }

        CardId card() {
            return Objects.requireNonNull(event.card());
        }
    }

    /** Where a notice lies: with whom, about which card. */
    private record Place(PersonId person, CardId card) {}

    /** Several events about one card for one person, as their notice tells them. */
    private record Gathered(Told last, int count) {

        Gathered with(Gathered later) {
            return new Gathered(later.last, count + later.count);
        }
    }

    /**
     * Writes down, within the reader's transaction, who is told of these events of one project: oldest first.
     *
     * @param mailed whom a letter can reach
     */
    void tell(ProjectId project, List<News> news, Map<PersonId, Person> mailed, Instant now) {
        Map<PersonId, Schedule> schedules = windows.of(mailed.keySet());
        Map<PersonId, Wishes.Wish> wished = wishes.of(mailed.keySet());
        List<Told> told = new ArrayList<>();
        for (News each : news) {
            each.told().forEach((id, reason) -> {
                Person person = mailed.get(id);
                Optional<Instant> mail = person == null
                        ? Optional.empty()
                        : MailTimes.of(
                                reason,
                                person.side(),
                                Objects.requireNonNull(schedules.get(id)),
                                Objects.requireNonNull(wished.get(id)),
                                each.event().at(),
                                now);
                told.add(new Told(each.event(), id, reason, mail.orElse(null)));
            });
        }
        insert(project, told, gather(project, told));
    }

    /** What was said; where nothing was, the reason that was given. */
    private static String words(Event event) {
        String body = event.text("body");
        return body.isBlank() ? event.text("reason") + asked(event) : body + asked(event);
    }

    /** What is put before the client, as a list. */
    private static String asked(Event event) {
        if (event.kind() != EventKind.APPROVAL_ASKED || !(event.data().get("versions") instanceof List<?> versions)) {
            return "";
        }
        return versions.stream()
                .map(each -> each instanceof Map<?, ?> version
                        ? "\n- **" + version.get("name") + "** v" + version.get("version")
                        : "")
                .collect(Collectors.joining("", "\n", ""));
    }

    private Map<Place, Long> gather(ProjectId project, List<Told> told) {
        Map<Place, Gathered> gathered = new LinkedHashMap<>();
        told.forEach(each -> gathered.merge(each.place(), new Gathered(each, 1), Gathered::with));
        List<Gathered> rows = List.copyOf(gathered.values());
        Map<Place, Long> notices = new HashMap<>();
        sql.sql("""
                        insert into notice (person_id, project_id, card_id, reason, count, at, actor_id, comment_id, words)
                        select n.person_id, :project, c.id, n.reason, n.count, n.at, n.actor_id, m.id, n.words
                          from unnest(:people::bigint[], :cards::bigint[], :reasons::text[], :counts::int[], :times::timestamptz[],
                                      :actors::bigint[], :comments::bigint[], :words::text[])
                               as n (person_id, card_id, reason, count, at, actor_id, comment_id, words)
                          join card c on c.id = n.card_id left join comment m on m.id = n.comment_id
                         order by n.person_id, n.card_id
                        on conflict (person_id, card_id) where read_at is null do update set
                               project_id = excluded.project_id, reason = excluded.reason, count = notice.count + excluded.count,
                               at = excluded.at, actor_id = excluded.actor_id, comment_id = excluded.comment_id, words = excluded.words
                        returning id, person_id, card_id
                        """)
                .param("project", project.value())
                .param("people", longs(rows, row -> row.last().person().value()))
                .param("cards", longs(rows, row -> row.last().card().value()))
                .param("reasons", texts(rows, row -> row.last().reason().code()))
                .param("counts", rows.stream().map(Gathered::count).toArray(Integer[]::new))
                .param("times", texts(rows, row -> row.last().event().at().toString()))
                .param("actors", longs(rows, row -> actor(row.last().event())))
                .param("comments", longs(rows, row -> said(row.last().event())))
                .param(
                        "words",
                        texts(rows, row -> markdown.plain(words(row.last().event()), EXCERPT)))
                .query(row -> {
                    notices.put(
                            new Place(new PersonId(row.getLong("person_id")), new CardId(row.getLong("card_id"))),
                            row.getLong("id"));
                });
        return notices;
    }

    private void insert(ProjectId project, List<Told> told, Map<Place, Long> notices) {
        List<Told> rows =
                told.stream().filter(each -> notices.containsKey(each.place())).toList();
        sql.sql("""
                        insert into telling (person_id, project_id, event, notice_id, card_id, comment_id, said_id, actor_id, reason, at, words,
                                             mail_at)
                        select t.person_id, :project, t.event, t.notice_id, t.card_id, m.id, s.id, t.actor_id, t.reason, t.at, t.words, t.mail_at
                          from unnest(:people::bigint[], :events::bigint[], :notices::bigint[], :cards::bigint[], :comments::bigint[],
                                      :said::bigint[], :actors::bigint[], :reasons::text[], :times::timestamptz[], :words::text[],
                                      :mails::timestamptz[]) with ordinality
                               as t (person_id, event, notice_id, card_id, comment_id, said_id, actor_id, reason, at, words, mail_at, place)
                          left join comment m on m.id = t.comment_id left join comment s on s.id = t.said_id
                         order by t.place
                        on conflict (person_id, project_id, event) do nothing
                        """)
                .param("project", project.value())
                .param("people", longs(rows, row -> row.person().value()))
                .param("events", longs(rows, row -> row.event().number()))
                .param("notices", longs(rows, row -> notices.get(row.place())))
                .param("cards", longs(rows, row -> row.card().value()))
                .param("comments", longs(rows, row -> number(row.event(), "comment")))
                .param("said", longs(rows, row -> number(row.event(), "said")))
                .param("actors", longs(rows, row -> actor(row.event())))
                .param("reasons", texts(rows, row -> row.reason().code()))
                .param("times", texts(rows, row -> row.event().at().toString()))
                .param("words", texts(rows, row -> words(row.event())))
                .param(
                        "mails",
                        texts(
                                rows,
                                row -> row.mail() == null ? null : row.mail().toString()))
                .update();
    }

    private static <T> Long[] longs(List<T> rows, Function<T, @Nullable Long> column) {
        return rows.stream().map(column).toArray(Long[]::new);
    }

    private static <T> String[] texts(List<T> rows, Function<T, @Nullable String> column) {
        return rows.stream().map(column).toArray(String[]::new);
    }

    private static @Nullable Long actor(Event event) {
        PersonId actor = event.actor();
        return actor == null ? null : actor.value();
    }

    private static @Nullable Long said(Event event) {
        Long said = number(event, "said");
        return said == null ? number(event, "comment") : said;
    }

    private static @Nullable Long number(Event event, String field) {
        return Audience.comment(event, field).map(CommentId::value).orElse(null);
    }

    /** People of whom something waits for a letter that may go now. */
    public List<PersonId> due() {
        forgetWhatWasSeen();
        return sql.sql("""
                        select distinct person_id from telling
                         where mail_at <= ? and letter_id is null order by person_id limit 1000
                        """)
                .param(now())
                .query((row, index) -> new PersonId(row.getLong(1)))
                .list();
    }

    /** What somebody saw in the page before the letter's time needs no letter. */
    private void forgetWhatWasSeen() {
        sql.sql("""
                        update telling t set mail_at = null from notice n
                         where t.mail_at <= ? and t.letter_id is null and n.id = t.notice_id and n.read_at is not null
                        """).param(now()).update();
    }

    /**
     * What waits for a person's letter, oldest first, locked until the end of the transaction; what another node is at is left out.
     *
     * @param early whether what may go only later is taken along
     */
    public List<Telling> waiting(PersonId person, boolean early) {
        return sql.sql("""
                        select t.id, t.person_id, p.id as in_project, t.card_id, p.key, p.name, c.number, c.title, t.reason, t.at, t.actor_id, t.comment_id,
                               t.said_id, t.words
                          from telling t join card c on c.id = t.card_id join project p on p.id = c.project_id
                         where t.person_id = :person and t.letter_id is null and t.mail_at is not null and (:early or t.mail_at <= :now)
                         order by t.at, t.id limit 500
                           for update of t skip locked
                        """)
                .param("person", person.value())
                .param("early", early)
                .param("now", now())
                .query(Tellings::telling)
                .list();
    }

    /** These are told by that letter. */
    public void told(Collection<Telling> tellings, long letter) {
        sql.sql("update telling set letter_id = :letter where id = any(:ids)")
                .param("letter", letter)
                .param("ids", tellings.stream().map(Telling::id).toArray(Long[]::new))
                .update();
    }

    /** No letter tells these: there is nothing more to tell. */
    public void untold(Collection<Telling> tellings) {
        sql.sql("update telling set mail_at = null where id = any(:ids)")
                .param("ids", tellings.stream().map(Telling::id).toArray(Long[]::new))
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Telling telling(ResultSet row, int index) throws SQLException {
        Long actor = row.getObject("actor_id", Long.class);
        Long about = row.getObject("comment_id", Long.class);
        Long said = row.getObject("said_id", Long.class);
        return new Telling(
                row.getLong("id"),
                new PersonId(row.getLong("person_id")),
                new ProjectId(row.getLong("in_project")),
                new CardId(row.getLong("card_id")),
                row.getString("key"),
                row.getString("name"),
                row.getInt("number"),
                row.getString("title"),
                Reason.of(row.getString("reason")),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                actor == null ? null : new PersonId(actor),
                about == null ? null : new CommentId(about),
                said == null ? null : new CommentId(said),
                row.getString("words"));
    }
}
