package openkitchen.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import openkitchen.history.Event;
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

    /** Writes down, within the reader's transaction, that these people are told of the event. */
    void tell(Event event, Map<PersonId, Reason> told, Map<PersonId, Person> mailed, Instant now) {
        Map<PersonId, Schedule> schedules = windows.of(mailed.keySet());
        Map<PersonId, Wishes.Wish> wished = wishes.of(mailed.keySet());
        String words = words(event);
        told.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(java.util.Comparator.comparingLong(PersonId::value)))
                .forEach(each -> {
                    Person person = mailed.get(each.getKey());
                    Optional<Instant> mail = person == null
                            ? Optional.empty()
                            : MailTimes.of(
                                    each.getValue(),
                                    person.side(),
                                    Objects.requireNonNull(schedules.get(person.id())),
                                    Objects.requireNonNull(wished.get(person.id())),
                                    event.at(),
                                    now);
                    gather(event, each.getKey(), each.getValue(), words)
                            .ifPresent(notice -> insert(event, notice, each.getKey(), each.getValue(), words, mail));
                });
    }

    /** What was said; where nothing was, the reason that was given. */
    private static String words(Event event) {
        String body = event.text("body");
        return body.isBlank() ? event.text("reason") : body;
    }

    private Optional<Long> gather(Event event, PersonId person, Reason reason, String words) {
        PersonId actor = event.actor();
        return sql.sql("""
                        insert into notice (person_id, project_id, card_id, reason, at, actor_id, comment_id, words)
                        select :person, :project, c.id, :reason, :at, :actor, (select id from comment where id = :comment), :words
                          from card c where c.id = :card
                        on conflict (person_id, card_id) where read_at is null do update set
                               project_id = excluded.project_id, reason = excluded.reason, count = notice.count + 1, at = excluded.at,
                               actor_id = excluded.actor_id, comment_id = excluded.comment_id, words = excluded.words
                        returning id
                        """)
                .param("person", person.value())
                .param("project", event.project().value())
                .param("reason", reason.code())
                .param("at", event.at().atOffset(ZoneOffset.UTC))
                .param("actor", actor == null ? null : actor.value())
                .param(
                        "comment",
                        number(event, "said").or(() -> number(event, "comment")).orElse(null))
                .param("words", markdown.plain(words, EXCERPT))
                .param("card", Objects.requireNonNull(event.card()).value())
                .query(Long.class)
                .optional();
    }

    private static Optional<Long> number(Event event, String field) {
        return Audience.comment(event, field).map(CommentId::value);
    }

    private void insert(
            Event event, long notice, PersonId person, Reason reason, String words, Optional<Instant> mail) {
        PersonId actor = event.actor();
        sql.sql("""
                        insert into telling (person_id, project_id, event, notice_id, card_id, comment_id, said_id, actor_id, reason, at, words,
                                             mail_at)
                        values (:person, :project, :event, :notice, :card, (select id from comment where id = :comment),
                                (select id from comment where id = :said), :actor, :reason, :at, :words, :mail)
                        on conflict (person_id, project_id, event) do nothing
                        """)
                .param("person", person.value())
                .param("project", event.project().value())
                .param("event", event.number())
                .param("notice", notice)
                .param("card", Objects.requireNonNull(event.card()).value())
                .param("comment", number(event, "comment").orElse(null))
                .param("said", number(event, "said").orElse(null))
                .param("actor", actor == null ? null : actor.value())
                .param("reason", reason.code())
                .param("at", event.at().atOffset(ZoneOffset.UTC))
                .param("words", words)
                .param("mail", mail.map(at -> at.atOffset(ZoneOffset.UTC)).orElse(null))
                .update();
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
