package openkitchen.people;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import openkitchen.id.PersonId;
import openkitchen.problem.Faults;
import openkitchen.problem.Invalid;
import openkitchen.problem.NotFound;
import openkitchen.problem.TooMany;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The ways in: by password, by a one-time link, by the set-up link of a new installation. */
@Component
public class SignIn {

    static final int TRIES_PER_ADDRESS = 30;
    static final int TRIES_PER_PERSON = 10;
    static final Duration WINDOW = Duration.ofMinutes(15);
    static final Duration LINK_LIFE = Duration.ofMinutes(30);
    private static final Duration SET_UP_LIFE = Duration.ofDays(7);

    private final JdbcClient sql;
    private final Clock clock;
    private final People people;
    private final Passwords passwords;
    private final Attempts attempts;

    SignIn(JdbcClient sql, Clock clock, People people, Passwords passwords, Attempts attempts) {
        this.sql = sql;
        this.clock = clock;
        this.people = people;
        this.passwords = passwords;
        this.attempts = attempts;
    }

    /**
     * The person with this e-mail and password. {@code from} is the network address, for the limits.
     *
     * @throws Invalid without saying which of the two was wrong
     * @throws TooMany after {@link #TRIES_PER_PERSON} wrong tries within {@link #WINDOW}
     */
    public Person byPassword(String email, String password, String from) {
        String account = "password:" + email.strip().toLowerCase(Locale.ROOT);
        String address = "password-from:" + from;
        attempts.allow(account, TRIES_PER_PERSON, WINDOW);
        attempts.allow(address, TRIES_PER_ADDRESS, WINDOW);
        Optional<Person> person = people.byEmail(email).filter(found -> !found.left());
        Optional<String> hash = person.flatMap(this::hash);
        if (hash.isEmpty()) {
            passwords.matchNobody(password);
        }
        if (hash.isEmpty() || !passwords.match(password, hash.get())) {
            attempts.count(account);
            attempts.count(address);
            throw new Invalid("password", "error.sign_in");
        }
        attempts.forget(account);
        return person.get();
    }

    private Optional<String> hash(Person person) {
        return sql.sql("select password_hash from person where id = ? and password_hash is not null")
                .param(person.id().value())
                .query(String.class)
                .optional();
    }

    /** A link that signs a person in once, within half an hour. */
    public Secret link(PersonId person) {
        return oneTime("sign_in", person, LINK_LIFE);
    }

    /**
     * A link for whoever asks by e-mail; empty, as if it had been sent, when nobody has this address.
     *
     * @throws TooMany when asked for too often
     */
    public Optional<Secret> linkFor(String email, String from) {
        String subject = "link:" + email.strip().toLowerCase(Locale.ROOT);
        attempts.allow(subject, 5, WINDOW);
        attempts.allow("link-from:" + from, 20, WINDOW);
        attempts.count(subject);
        attempts.count("link-from:" + from);
        return people.byEmail(email).filter(found -> !found.left()).map(found -> link(found.id()));
    }

    /**
     * Uses up a one-time link.
     *
     * @throws NotFound when it is unknown, used or expired
     */
    @Transactional
    public Person byLink(Secret secret) {
        return sql.sql("""
                        update one_time_link set used_at = :now
                         where token_hash = :hash and purpose = 'sign_in' and used_at is null and expires_at > :now
                        returning person_id
                        """)
                .param("now", now())
                .param("hash", secret.hash())
                .query(Long.class)
                .optional()
                .map(id -> people.one(new PersonId(id)))
                .filter(person -> !person.left())
                .orElseThrow(NotFound::new);
    }

    /** The link that makes the owner of a new installation; a new one makes the older ones worthless. */
    @Transactional
    public Secret setUpLink() {
        sql.sql("delete from one_time_link where purpose = 'set_up'").update();
        return oneTime("set_up", null, SET_UP_LIFE);
    }

    /** Whether the set-up link still stands: right, not used, and nobody owns the installation yet. */
    public boolean setUpStands(Secret secret) {
        return sql.sql("""
                                select exists (select from one_time_link where token_hash = :hash and purpose = 'set_up'
                                               and used_at is null and expires_at > :now)
                                """)
                        .param("hash", secret.hash())
                        .param("now", now())
                        .query(Boolean.class)
                        .single()
                && !people.owned();
    }

    /**
     * Makes the owner and uses up the link; of two at once, one.
     *
     * @throws NotFound when the link does not stand
     * @throws Invalid for a missing or wrong name, e-mail or password
     */
    @Transactional
    public Person setUp(Secret secret, String agency, People.Newcomer owner) {
        if (!setUpStands(secret)) {
            throw new NotFound();
        }
        Faults faults = new Faults()
                .text("agency", agency, People.NAME_LIMIT)
                .unless(owner.email() != null && !owner.email().isBlank(), "email", "error.required");
        people.check(faults, owner).stop();
        PersonId id = people.add(owner);
        int used = sql.sql(
                        "update one_time_link set used_at = :now where token_hash = :hash and purpose = 'set_up' and used_at is null")
                .param("now", now())
                .param("hash", secret.hash())
                .update();
        if (used == 0) {
            throw new NotFound();
        }
        sql.sql(
                        "insert into agency (name, created_at) values (?, ?) on conflict (only_one) do update set name = excluded.name")
                .params(agency.strip(), now())
                .update();
        return people.one(id);
    }

    private Secret oneTime(String purpose, @org.jspecify.annotations.Nullable PersonId person, Duration life) {
        Secret secret = Secret.fresh();
        sql.sql("""
                        insert into one_time_link (token_hash, purpose, person_id, created_at, expires_at)
                        values (:hash, :purpose, :person, :now, :expires)
                        """)
                .param("hash", secret.hash())
                .param("purpose", purpose)
                .param("person", person == null ? null : person.value())
                .param("now", now())
                .param("expires", clock.instant().plus(life).atOffset(ZoneOffset.UTC))
                .update();
        return secret;
    }

    private OffsetDateTime now() {
        Instant now = clock.instant();
        return now.atOffset(ZoneOffset.UTC);
    }
}
