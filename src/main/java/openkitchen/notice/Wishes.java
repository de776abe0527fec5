package openkitchen.notice;

import java.time.LocalTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import openkitchen.id.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What each person wants to be mailed, and when not. They themselves set it. */
@Component
public class Wishes {

    private final JdbcClient sql;

    Wishes(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * What one person wants.
     *
     * @param mailed what they are mailed about
     * @param quietFrom from when on they want no mail, by their own clock
     * @param quietUntil until when; the same as the start when they are never to be left alone
     */
    public record Wish(Set<Topic> mailed, LocalTime quietFrom, LocalTime quietUntil) {

        static final Wish USUAL = new Wish(
                Arrays.stream(Topic.values()).filter(Topic::usual).collect(Collectors.toUnmodifiableSet()),
                LocalTime.of(21, 0),
                LocalTime.of(8, 0));

        /** Whether it is quiet then, by their own clock. */
        public boolean quiet(LocalTime at) {
            return quietFrom.isBefore(quietUntil)
                    ? !at.isBefore(quietFrom) && at.isBefore(quietUntil)
                    : quietFrom.isAfter(quietUntil) && (!at.isBefore(quietFrom) || at.isBefore(quietUntil));
        }
    }

    public Wish of(PersonId person) {
        return of(Set.of(person)).getOrDefault(person, Wish.USUAL);
    }

    /** The wishes of these people, the usual ones for whoever has none. */
    public Map<PersonId, Wish> of(Collection<PersonId> people) {
        Long[] ids = people.stream().map(PersonId::value).toArray(Long[]::new);
        Map<PersonId, Map<Topic, Boolean>> chosen = new HashMap<>();
        sql.sql("select person_id, topic, wanted from mail_wish where person_id = any(:ids)")
                .param("ids", ids)
                .query(row -> {
                    PersonId person = new PersonId(row.getLong("person_id"));
                    boolean wanted = row.getBoolean("wanted");
                    Topic.find(row.getString("topic"))
                            .ifPresent(topic -> chosen.computeIfAbsent(person, none -> new EnumMap<>(Topic.class))
                                    .put(topic, wanted));
                });
        Map<PersonId, LocalTime[]> quiet = new HashMap<>();
        sql.sql("select person_id, starts, ends from quiet_hours where person_id = any(:ids)")
                .param("ids", ids)
                .query(row -> {
                    quiet.put(new PersonId(row.getLong("person_id")), new LocalTime[] {
                        row.getObject("starts", LocalTime.class), row.getObject("ends", LocalTime.class)
                    });
                });
        return people.stream()
                .distinct()
                .collect(Collectors.toMap(
                        person -> person,
                        person ->
                                wish(chosen.getOrDefault(person, Map.of()), quiet.getOrDefault(person, new LocalTime[] {
                                    Wish.USUAL.quietFrom(), Wish.USUAL.quietUntil()
                                }))));
    }

    private static Wish wish(Map<Topic, Boolean> chosen, LocalTime[] quiet) {
        Set<Topic> mailed = EnumSet.noneOf(Topic.class);
        for (Topic topic : Topic.values()) {
            if (chosen.getOrDefault(topic, topic.usual())) {
                mailed.add(topic);
            }
        }
        return new Wish(mailed, quiet[0], quiet[1]);
    }

    @Transactional
    public void set(PersonId person, Wish wish) {
        for (Topic topic : Topic.values()) {
            want(person, topic, wish.mailed().contains(topic));
        }
        sql.sql("""
                        insert into quiet_hours (person_id, starts, ends) values (?, ?, ?)
                        on conflict (person_id) do update set starts = excluded.starts, ends = excluded.ends
                        """).params(person.value(), wish.quietFrom(), wish.quietUntil()).update();
    }

    /** Turns the mails of one topic on or off. */
    public void want(PersonId person, Topic topic, boolean wanted) {
        sql.sql("""
                        insert into mail_wish (person_id, topic, wanted) values (?, ?, ?)
                        on conflict (person_id, topic) do update set wanted = excluded.wanted
                        """).params(person.value(), topic.code(), wanted).update();
    }
}
