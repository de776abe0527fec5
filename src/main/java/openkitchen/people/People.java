package openkitchen.people;

import com.ibm.icu.text.Transliterator;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import openkitchen.id.ClientId;
import openkitchen.id.FileId;
import openkitchen.id.PersonId;
import openkitchen.problem.Faults;
import openkitchen.problem.Invalid;
import openkitchen.problem.NotFound;
import openkitchen.text.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The persons of this installation. */
@Component
public class People {

    public static final int NAME_LIMIT = 120;
    public static final int TITLE_LIMIT = 120;
    private static final int EMAIL_LIMIT = 254;

    private static final String SELECT = """
            select p.id, p.name, p.handle, p.email, p.client_id, p.agency_role, p.title, p.language, p.time_zone, p.theme,
                   p.picture_id, p.password_hash is not null or p.email is not null as signs_in, d.person_id is not null as gone
              from person p left join departure d on d.person_id = p.id
            """;

    private final JdbcClient sql;
    private final Clock clock;
    private final Passwords passwords;
    private final ApplicationEventPublisher events;

    People(JdbcClient sql, Clock clock, Passwords passwords, ApplicationEventPublisher events) {
        this.sql = sql;
        this.clock = clock;
        this.passwords = passwords;
        this.events = events;
    }

    /** Somebody to be added: of the agency with a role, or of a client. E-mail may be missing, password too. */
    public record Newcomer(
            String name,
            @Nullable String email,
            @Nullable AgencyRole role,
            @Nullable ClientId client,
            String title,
            Language language,
            String zone,
            @Nullable String password) {}

    /**
     * Adds a person and gives them a handle made from their name.
     *
     * @throws Invalid for a missing name, a wrong or taken e-mail, a weak password
     */
    @Transactional
    public PersonId add(Newcomer newcomer) {
        String email = clean(newcomer.email());
        check(new Faults(), newcomer).stop();
        String hash = newcomer.password() == null ? null : passwords.hash(newcomer.password());
        if (email != null && byEmail(email).isPresent()) {
            throw new Invalid("email", "error.email_taken");
        }
        try {
            // two newcomers of one name at once: the later one finds the handle taken, and takes the next
            Optional<PersonId> id = Optional.empty();
            while (id.isEmpty()) {
                id = insert(newcomer, email, hash, freeHandle(newcomer.name()));
            }
            return id.get();
        } catch (DuplicateKeyException taken) {
            throw new Invalid("email", "error.email_taken");
        }
    }

    private Optional<PersonId> insert(Newcomer newcomer, @Nullable String email, @Nullable String hash, String handle) {
        return sql.sql("""
                        insert into person (name, handle, email, client_id, agency_role, title, language, time_zone,
                                            password_hash, created_at)
                        values (:name, :handle, :email, :client, :role, :title, :language, :zone, :hash, :now)
                        on conflict (handle) do nothing returning id
                        """)
                .param("name", newcomer.name().strip())
                .param("handle", handle)
                .param("email", email)
                .param(
                        "client",
                        newcomer.client() == null ? null : newcomer.client().value())
                .param("role", newcomer.role() == null ? null : newcomer.role().code())
                .param("title", newcomer.title().strip())
                .param("language", newcomer.language().tag())
                .param("zone", zone(newcomer.zone()).getId())
                .param("hash", hash)
                .param("now", now())
                .query((row, index) -> new PersonId(row.getLong("id")))
                .optional();
    }

    /** Adds what is wrong with a newcomer to what is known to be wrong. */
    Faults check(Faults faults, Newcomer newcomer) {
        String email = clean(newcomer.email());
        faults.text("name", newcomer.name(), NAME_LIMIT).optional("title", newcomer.title(), TITLE_LIMIT);
        checkEmail(faults, email);
        if (newcomer.password() != null) {
            passwords.check(faults, newcomer.password(), newcomer.name(), email);
        }
        return faults;
    }

    private void checkEmail(Faults faults, @Nullable String email) {
        if (email == null) {
            return;
        }
        faults.optional("email", email, EMAIL_LIMIT)
                .unless(email.matches("[^\\s@<>\"]+@[^\\s@<>\"]+\\.[^\\s@<>\"]+"), "email", "error.email");
    }

    private static @Nullable String clean(@Nullable String email) {
        return email == null || email.isBlank() ? null : email.strip().toLowerCase(Locale.ROOT);
    }

    private String freeHandle(String name) {
        String latin =
                Transliterator.getInstance("Any-Latin; Latin-ASCII; Lower").transliterate(name.strip());
        String base = latin.replaceAll("[^a-z0-9]+", ".").replaceAll("^\\.+|\\.+$", "");
        String wanted = base.isEmpty() ? "person" : base.length() > 30 ? base.substring(0, 30) : base;
        String first = wanted.contains(".") ? wanted.substring(0, wanted.indexOf('.')) : wanted;
        for (String handle : List.of(first, wanted)) {
            if (handle.length() > 1
                    && !RESERVED.contains(handle)
                    && byHandle(handle).isEmpty()) {
                return handle;
            }
        }
        for (int i = 2; ; i++) {
            if (byHandle(wanted + i).isEmpty()) {
                return wanted + i;
            }
        }
    }

    /** Handles that mean a role in a mention. */
    private static final List<String> RESERVED = List.of(
            "seo",
            "ppc",
            "social",
            "development",
            "design",
            "analytics",
            "copywriting",
            "account",
            "lead",
            "member",
            "team",
            "client");

    /** Changes what a person says of themselves. A null picture leaves the picture as it is. */
    @Transactional
    public void describe(PersonId person, String name, String title, Language language, String zone, Theme theme) {
        new Faults()
                .text("name", name, NAME_LIMIT)
                .optional("title", title, TITLE_LIMIT)
                .unless(zoneExists(zone), "zone", "error.zone")
                .stop();
        sql.sql("""
                        update person set name = :name, title = :title, language = :language, time_zone = :zone, theme = :theme
                         where id = :id
                        """)
                .param("name", name.strip())
                .param("title", title.strip())
                .param("language", language.tag())
                .param("zone", zone)
                .param("theme", theme.code())
                .param("id", person.value())
                .update();
    }

    public void speak(PersonId person, Language language) {
        sql.sql("update person set language = ? where id = ?")
                .params(language.tag(), person.value())
                .update();
    }

    public void light(PersonId person, Theme theme) {
        sql.sql("update person set theme = ? where id = ?")
                .params(theme.code(), person.value())
                .update();
    }

    public void picture(PersonId person, @Nullable FileId picture) {
        sql.sql("update person set picture_id = :picture where id = :id")
                .param("picture", picture == null ? null : picture.value())
                .param("id", person.value())
                .update();
    }

    /**
     * Sets a new password.
     *
     * @param old the present one; null for somebody who has none yet or came by a one-time link
     * @throws Invalid when the old one is wrong or the new one weak
     */
    @Transactional
    public void password(PersonId person, @Nullable String old, String fresh) {
        Person known = one(person);
        Faults faults = new Faults();
        String hash = sql.sql("select password_hash from person where id = ?")
                .param(person.value())
                .query((row, index) -> Optional.ofNullable(row.getString(1)))
                .single()
                .orElse(null);
        if (hash != null && old != null && !passwords.match(old, hash)) {
            faults.add("old", "error.password_wrong");
        }
        passwords.check(faults, fresh, known.name(), known.email());
        faults.stop();
        sql.sql("update person set password_hash = ? where id = ?")
                .params(passwords.hash(fresh), person.value())
                .update();
    }

    /** Gives all of them the same password, hashed once: only for people whom nobody keeps apart, as those of a demo. */
    @Transactional
    public void sharePassword(Collection<PersonId> people, String fresh) {
        String hash = passwords.hash(fresh);
        sql.sql("update person set password_hash = :hash where id = any(:ids)")
                .param("hash", hash)
                .param("ids", people.stream().map(PersonId::value).toArray(Long[]::new))
                .update();
    }

    /** Gives somebody known by name alone an address, so that they can sign in. */
    public void address(PersonId person, String email) {
        String clean = clean(email);
        Faults faults = new Faults().unless(clean != null, "email", "error.required");
        checkEmail(faults, clean);
        faults.stop();
        try {
            sql.sql("update person set email = :email where id = :id")
                    .param("email", clean)
                    .param("id", person.value())
                    .update();
        } catch (DuplicateKeyException taken) {
            throw new Invalid("email", "error.email_taken");
        }
    }

    /** Puts somebody known by name alone onto the side where they belong. */
    public void place(PersonId person, @Nullable AgencyRole role, @Nullable ClientId client) {
        sql.sql("update person set agency_role = :role, client_id = :client where id = :id")
                .param("role", role == null ? null : role.code())
                .param("client", client == null ? null : client.value())
                .param("id", person.value())
                .update();
    }

    /** From now on this person may not sign in; their sessions and tokens end. */
    @Transactional
    public void leave(PersonId person, PersonId by) {
        sql.sql("insert into departure (person_id, at, by_id) values (:id, :now, :by) on conflict do nothing")
                .param("id", person.value())
                .param("now", now())
                .param("by", by.value())
                .update();
        sql.sql("delete from session where person_id = ?").param(person.value()).update();
        sql.sql("update api_token set revoked_at = :now where person_id = :id and revoked_at is null")
                .param("now", now())
                .param("id", person.value())
                .update();
        events.publishEvent(new PersonLeaves(person, by));
    }

    /** From now on they may sign in again, and stand where they stood. */
    @Transactional
    public void comeBack(PersonId person, PersonId by) {
        int away = sql.sql("delete from departure where person_id = ?")
                .param(person.value())
                .update();
        if (away > 0) {
            events.publishEvent(new PersonReturns(person, by));
        }
    }

    /** @throws NotFound when there is no such person */
    public Person one(PersonId id) {
        return sql.sql(SELECT + " where p.id = ?")
                .param(id.value())
                .query(People::person)
                .optional()
                .orElseThrow(NotFound::new);
    }

    public Map<PersonId, Person> these(Collection<PersonId> ids) {
        Long[] wanted = ids.stream().map(PersonId::value).distinct().toArray(Long[]::new);
        return sql.sql(SELECT + " where p.id = any(:ids)").param("ids", wanted).query(People::person).list().stream()
                .collect(Collectors.toMap(Person::id, Function.identity()));
    }

    /** The agency's people, those who left last. */
    public List<Person> ofAgency() {
        return sql.sql(SELECT + " where p.client_id is null order by d.person_id is not null, lower(p.name), p.id")
                .query(People::person)
                .list();
    }

    public List<Person> ofClient(ClientId client) {
        return sql.sql(SELECT + " where p.client_id = ? order by d.person_id is not null, lower(p.name), p.id")
                .param(client.value())
                .query(People::person)
                .list();
    }

    /** The contacts of all clients, in the order of {@link #ofClient}. */
    public Map<ClientId, List<Person>> contacts() {
        return sql
                .sql(SELECT + " where p.client_id is not null order by d.person_id is not null, lower(p.name), p.id")
                .query(People::person)
                .stream()
                .collect(Collectors.groupingBy(person -> Objects.requireNonNull(person.client())));
    }

    /** Whether this person can sign in by password. */
    public boolean hasPassword(PersonId person) {
        return sql.sql("select password_hash is not null from person where id = ?")
                .param(person.value())
                .query(Boolean.class)
                .single();
    }

    public Optional<Person> byEmail(String email) {
        return sql.sql(SELECT + " where p.email = ?")
                .param(email.strip().toLowerCase(Locale.ROOT))
                .query(People::person)
                .optional();
    }

    public Optional<Person> byHandle(String handle) {
        return sql.sql(SELECT + " where p.handle = ?")
                .param(handle)
                .query(People::person)
                .optional();
    }

    /** Whether anybody owns this installation yet. */
    public boolean owned() {
        return sql.sql("select exists (select from person where agency_role = 'owner' and email is not null)")
                .query(Boolean.class)
                .single();
    }

    /** The person as one who asks. */
    public static Viewer viewer(Person person) {
        return new Viewer(
                person.id(),
                person.name(),
                person.handle(),
                person.role(),
                person.client(),
                person.language(),
                zone(person.zone()),
                person.theme());
    }

    private static boolean zoneExists(String zone) {
        try {
            ZoneId.of(zone);
            return true;
        } catch (DateTimeException unknown) {
            return false;
        }
    }

    /** The zone of that name; Moscow's, should it have gone from the world's list. */
    public static ZoneId zone(String zone) {
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException unknown) {
            return ZoneId.of("Europe/Moscow");
        }
    }

    private OffsetDateTime now() {
        Instant now = clock.instant();
        return now.atOffset(ZoneOffset.UTC);
    }

    static Person person(ResultSet row, int index) throws SQLException {
        Long client = row.getObject("client_id", Long.class);
        String role = row.getString("agency_role");
        Long picture = row.getObject("picture_id", Long.class);
        return new Person(
                new PersonId(row.getLong("id")),
                row.getString("name"),
                row.getString("handle"),
                row.getString("email"),
                client == null ? null : new ClientId(client),
                role == null ? null : AgencyRole.of(role),
                row.getString("title"),
                Language.of(row.getString("language")),
                row.getString("time_zone"),
                Theme.of(row.getString("theme")),
                picture == null ? null : new FileId(picture),
                row.getBoolean("signs_in"),
                row.getBoolean("gone"));
    }
}
