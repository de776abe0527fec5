package openkitchen.project;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import openkitchen.history.EventKind;
import openkitchen.history.History;
import openkitchen.id.ClientId;
import openkitchen.id.InvitationId;
import openkitchen.id.PersonId;
import openkitchen.id.ProjectId;
import openkitchen.people.AgencyRole;
import openkitchen.people.People;
import openkitchen.people.Person;
import openkitchen.people.Secret;
import openkitchen.people.Side;
import openkitchen.people.Viewer;
import openkitchen.problem.Faults;
import openkitchen.problem.Forbidden;
import openkitchen.problem.Invalid;
import openkitchen.problem.NotFound;
import openkitchen.text.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Links by which people come in: to a project's team, or to the agency. Each works once, for a fortnight. */
@Component
public class Invitations {

    static final Duration LIFE = Duration.ofDays(14);

    private final JdbcClient sql;
    private final Clock clock;
    private final People people;
    private final Team team;
    private final History history;

    Invitations(JdbcClient sql, Clock clock, People people, Team team, History history) {
        this.sql = sql;
        this.clock = clock;
        this.people = people;
        this.team = team;
        this.history = history;
    }

    /**
     * An invitation as both sides of it see it.
     *
     * @param projectKey null for one to the agency itself
     * @param person whose place it is, for somebody known by name alone
     */
    public record Invitation(
            InvitationId id,
            @Nullable ProjectId project,
            @Nullable String projectKey,
            @Nullable String projectName,
            @Nullable PersonId person,
            String name,
            @Nullable String email,
            @Nullable ClientId client,
            @Nullable AgencyRole agencyRole,
            Set<Role> roles,
            String invitedBy,
            Instant since,
            Instant expires) {

        public Side side() {
            return client == null ? Side.AGENCY : Side.CLIENT;
        }
    }

    /** A fresh invitation with its secret: the only moment at which the link can be read. */
    public record Sent(InvitationId id, Secret secret) {}

    /**
     * Invites somebody onto a project's team. The roles say which side they come to: a client's contact needs the project to
     * have a client. Only the project's account and the owner may.
     *
     * @param inPlaceOf somebody of this project known by name alone, whose place the newcomer takes
     * @throws NotFound when that person signs in already, or is not on the project
     */
    @Transactional
    public Sent toProject(
            Seat seat, String name, @Nullable String email, Set<Role> roles, @Nullable PersonId inPlaceOf) {
        seat.mustManage();
        new Faults()
                .optional("name", name, People.NAME_LIMIT)
                .optional("email", email == null ? "" : email, 254)
                .unless(email == null || email.isBlank() || email.contains("@"), "email", "error.email")
                .unless(!roles.isEmpty(), "roles", "error.required")
                .unless(roles.stream().map(Role::side).distinct().count() <= 1, "roles", "error.roles_side")
                .stop();
        if (inPlaceOf != null) {
            mustBeKnownByNameAlone(seat, inPlaceOf);
        }
        ClientId client = null;
        if (roles.iterator().next().side() == Side.CLIENT) {
            client = clientOf(seat.project()).orElseThrow(() -> new Invalid("roles", "error.no_client"));
        }
        Sent sent = insert(
                seat.viewer(),
                seat.project(),
                name,
                email,
                client,
                client == null ? AgencyRole.SPECIALIST : null,
                roles,
                inPlaceOf);
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("name", name.isBlank() ? (email == null ? "" : email) : name.strip());
        data.put("roles", roles.stream().sorted().map(Role::code).collect(Collectors.joining(",")));
        history.change(seat.project(), seat.viewer().person(), pen -> pen.write(EventKind.MEMBER_INVITED, data));
        return sent;
    }

    /** A link must not take over somebody who signs in already, nor a place in projects that its sender may not see. */
    private void mustBeKnownByNameAlone(Seat seat, PersonId person) {
        boolean open = sql.sql("""
                        select exists (select from member m join person p on p.id = m.person_id
                                        where m.project_id = :project and p.id = :person
                                          and p.email is null and p.password_hash is null
                                          and (:owner or not exists (select from member other where other.person_id = p.id
                                                                        and other.project_id <> :project)))
                        """)
                .param("project", seat.project().value())
                .param("owner", seat.viewer().owner())
                .param("person", person.value())
                .query(Boolean.class)
                .single();
        if (!open) {
            throw new NotFound();
        }
    }

    private Optional<ClientId> clientOf(ProjectId project) {
        return sql.sql("select client_id from project where id = ? and client_id is not null")
                .param(project.value())
                .query((row, index) -> new ClientId(row.getLong(1)))
                .optional();
    }

    /** Invites somebody to the agency. Only owners and accounts may, and only an owner makes an owner. */
    @Transactional
    public Sent toAgency(Viewer viewer, String name, @Nullable String email, AgencyRole role) {
        if (!viewer.leads() || (role == AgencyRole.OWNER && !viewer.owner())) {
            throw new Forbidden("error.only_leads");
        }
        new Faults()
                .optional("name", name, People.NAME_LIMIT)
                .unless(email == null || email.isBlank() || email.contains("@"), "email", "error.email")
                .stop();
        return insert(viewer, null, name, email, null, role, Set.of(), null);
    }

    private Sent insert(
            Viewer viewer,
            @Nullable ProjectId project,
            String name,
            @Nullable String email,
            @Nullable ClientId client,
            @Nullable AgencyRole role,
            Set<Role> roles,
            @Nullable PersonId person) {
        Secret secret = Secret.fresh();
        long id = sql.sql("""
                        insert into invitation (token_hash, project_id, person_id, email, name, client_id, agency_role, roles,
                                                created_at, created_by, expires_at)
                        values (:hash, :project, :person, :email, :name, :client, :role, :roles, :now, :by, :expires)
                        returning id
                        """)
                .param("hash", secret.hash())
                .param("project", project == null ? null : project.value())
                .param("person", person == null ? null : person.value())
                .param(
                        "email",
                        email == null || email.isBlank() ? null : email.strip().toLowerCase(java.util.Locale.ROOT))
                .param("name", name.strip())
                .param("client", client == null ? null : client.value())
                .param("role", role == null ? null : role.code())
                .param("roles", roles.stream().sorted().map(Role::code).toArray(String[]::new))
                .param("now", at(clock.instant()))
                .param("by", viewer.person().value())
                .param("expires", at(clock.instant().plus(LIFE)))
                .query(Long.class)
                .single();
        return new Sent(new InvitationId(id), secret);
    }

    private static final String SELECT = """
            select i.id, i.project_id, p.key, p.name as project_name, i.person_id, i.name, i.email, i.client_id, i.agency_role,
                   i.roles, b.name as invited_by, i.created_at, i.expires_at
              from invitation i left join project p on p.id = i.project_id join person b on b.id = i.created_by
             where i.accepted_at is null and i.revoked_at is null and i.expires_at > :now
            """;

    /** The open invitations to a project; empty for whoever may not manage it. */
    public List<Invitation> of(Seat seat) {
        if (!seat.manages()) {
            return List.of();
        }
        return sql.sql(SELECT + " and i.project_id = :project order by i.id")
                .param("now", at(clock.instant()))
                .param("project", seat.project().value())
                .query(Invitations::invitation)
                .list();
    }

    /** The open invitations to the agency itself; empty for whoever may not invite. */
    public List<Invitation> ofAgency(Viewer viewer) {
        if (!viewer.leads()) {
            return List.of();
        }
        return sql.sql(SELECT + " and i.project_id is null order by i.id")
                .param("now", at(clock.instant()))
                .query(Invitations::invitation)
                .list();
    }

    /** @throws NotFound when the link is unknown, used, revoked or expired */
    public Invitation by(Secret secret) {
        return sql.sql(SELECT + " and i.token_hash = :hash")
                .param("now", at(clock.instant()))
                .param("hash", secret.hash())
                .query(Invitations::invitation)
                .optional()
                .orElseThrow(NotFound::new);
    }

    public void revoke(Seat seat, InvitationId id) {
        seat.mustManage();
        history.change(seat.project(), seat.viewer().person(), pen -> {
            String name = sql.sql("""
                            update invitation set revoked_at = :now
                             where id = :id and project_id = :project and accepted_at is null and revoked_at is null
                            returning case when name = '' then coalesce(email, '') else name end
                            """)
                    .param("now", at(pen.now()))
                    .param("id", id.value())
                    .param("project", seat.project().value())
                    .query(String.class)
                    .optional()
                    .orElseThrow(NotFound::new);
            return pen.write(EventKind.INVITATION_REVOKED, Map.of("name", name));
        });
    }

    public void revoke(Viewer viewer, InvitationId id) {
        if (!viewer.leads()) {
            throw new NotFound();
        }
        sql.sql("update invitation set revoked_at = :now where id = :id and project_id is null and accepted_at is null")
                .param("now", at(clock.instant()))
                .param("id", id.value())
                .update();
    }

    /**
     * A newcomer accepts: they become a person, with this password, and are on the project's team. Of two at once, one.
     *
     * @throws NotFound when the link no longer stands
     * @throws Invalid for a wrong name, e-mail or password
     */
    @Transactional
    public Person accept(Secret secret, String name, String email, String password, Language language, String zone) {
        Invitation invitation = by(secret);
        new Faults().unless(!email.isBlank(), "email", "error.required").stop();
        PersonId id;
        if (invitation.person() == null) {
            id = people.add(new People.Newcomer(
                    name, email, invitation.agencyRole(), invitation.client(), "", language, zone, password));
        } else {
            id = invitation.person();
            if (people.one(id).email() != null) {
                throw new NotFound(); // the place was taken by another link: this one must not give it to somebody else
            }
            people.address(id, email);
            people.place(id, invitation.agencyRole(), invitation.client());
            people.password(id, null, password);
            Person known = people.one(id);
            people.describe(id, name, known.title(), language, zone, known.theme());
        }
        return settle(invitation, secret, people.one(id));
    }

    /**
     * Somebody who has an account already accepts with it.
     *
     * @throws Forbidden when their account is of the other side
     */
    @Transactional
    public Person accept(Secret secret, Viewer viewer) {
        Invitation invitation = by(secret);
        if (!java.util.Objects.equals(viewer.client(), invitation.client())) {
            throw new Forbidden("error.other_side");
        }
        return settle(invitation, secret, people.one(viewer.person()));
    }

    private Person settle(Invitation invitation, Secret secret, Person person) {
        int taken = sql.sql("""
                        update invitation set accepted_at = :now, accepted_by = :person
                         where token_hash = :hash and accepted_at is null and revoked_at is null
                        """)
                .param("now", at(clock.instant()))
                .param("person", person.id().value())
                .param("hash", secret.hash())
                .update();
        if (taken == 0) {
            throw new NotFound();
        }
        if (invitation.project() != null) {
            history.change(
                    invitation.project(),
                    person.id(),
                    pen -> team.admit(pen, person, invitation.roles(), person.title()));
        }
        return person;
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Invitation invitation(ResultSet row, int index) throws SQLException {
        Long project = row.getObject("project_id", Long.class);
        Long person = row.getObject("person_id", Long.class);
        Long client = row.getObject("client_id", Long.class);
        String role = row.getString("agency_role");
        return new Invitation(
                new InvitationId(row.getLong("id")),
                project == null ? null : new ProjectId(project),
                row.getString("key"),
                row.getString("project_name"),
                person == null ? null : new PersonId(person),
                row.getString("name"),
                row.getString("email"),
                client == null ? null : new ClientId(client),
                role == null ? null : AgencyRole.of(role),
                Projects.roles(row.getArray("roles")),
                row.getString("invited_by"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("expires_at", OffsetDateTime.class).toInstant());
    }
}
