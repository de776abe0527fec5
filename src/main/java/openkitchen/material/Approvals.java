package openkitchen.material;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import openkitchen.board.Cards;
import openkitchen.board.Faces;
import openkitchen.history.EventKind;
import openkitchen.history.History;
import openkitchen.history.Pen;
import openkitchen.id.ApprovalId;
import openkitchen.id.CardId;
import openkitchen.id.CommentId;
import openkitchen.id.FileId;
import openkitchen.id.MaterialId;
import openkitchen.id.PersonId;
import openkitchen.id.ProjectId;
import openkitchen.id.VersionId;
import openkitchen.people.People;
import openkitchen.people.Side;
import openkitchen.problem.Fault;
import openkitchen.problem.Faults;
import openkitchen.problem.Forbidden;
import openkitchen.problem.Invalid;
import openkitchen.problem.NotFound;
import openkitchen.problem.Stale;
import openkitchen.project.Mate;
import openkitchen.project.Projects;
import openkitchen.project.Role;
import openkitchen.project.Seat;
import openkitchen.project.Team;
import openkitchen.talk.Remark;
import openkitchen.talk.Remarks;
import openkitchen.talk.Stating;
import openkitchen.turn.Awaited;
import openkitchen.turn.Outcome;
import openkitchen.turn.Promises;
import openkitchen.turn.Purpose;
import openkitchen.turn.Turns;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Puts versions before the client and keeps what they decide (`product.md` 5.5). The team asks; the client's decision makers decide,
 * one of them or each; a decision is about one version, by its SHA-256, and never changes. Nobody of the agency decides for the
 * client: what was decided elsewhere they can only write down, with evidence.
 */
@Component
public class Approvals {

    public static final int NOTE_LIMIT = 5000;
    public static final int REASON_LIMIT = 2000;
    public static final int EVIDENCE_LIMIT = 2000;
    public static final int AT_ONCE = 100;
    /** The longest term that can be set. */
    public static final Duration LONGEST = Duration.ofDays(366);

    private final JdbcClient sql;
    private final History history;
    private final Versions versions;
    private final Superseding superseding;
    private final Telling telling;
    private final Remarks remarks;
    private final Pins pins;
    private final Stating stating;
    private final Turns turns;
    private final Promises promises;
    private final Team team;
    private final Projects projects;
    private final People people;
    private final Faces faces;
    private final Cards cards;

    Approvals(
            JdbcClient sql,
            History history,
            Versions versions,
            Superseding superseding,
            Telling telling,
            Remarks remarks,
            Pins pins,
            Stating stating,
            Turns turns,
            Promises promises,
            Team team,
            Projects projects,
            People people,
            Faces faces,
            Cards cards) {
        this.sql = sql;
        this.history = history;
        this.versions = versions;
        this.superseding = superseding;
        this.telling = telling;
        this.remarks = remarks;
        this.pins = pins;
        this.stating = stating;
        this.turns = turns;
        this.promises = promises;
        this.team = team;
        this.projects = projects;
        this.people = people;
        this.faces = faces;
        this.cards = cards;
    }

    /**
     * What is asked.
     *
     * @param needs one decision maker, or each of them
     * @param due until when the client is asked to decide; null for no term
     * @param note what is said with it, Markdown; may be empty
     */
    public record Wanted(Approval.Needs needs, @Nullable Instant due, String note) {}

    /** A version that whoever asks has seen. @param version its number */
    public record Seen(MaterialId material, int version) {}

    /**
     * Puts versions before the client: the newest ones of their materials, as whoever asks has seen them.
     *
     * @return what was said on the card by it
     * @throws Forbidden for the client
     * @throws Invalid when one of them is asked about or approved already, the card is archived, or the term is not ahead
     * @throws NotFound when a material is not on this card, or has no such version
     * @throws Stale when one of them has a newer version; its texts are the numbers of the newest ones by the materials' ids
     */
    public CommentId ask(Seat seat, int number, Collection<Seen> seen, Wanted wanted) {
        mustBeAgency(seat);
        check(seen, wanted);
        return history.change(seat.project(), seat.viewer().person(), pen -> {
            mustBeAgency(again(seat));
            Instant due = wanted.due();
            if (due != null && (!due.isAfter(pen.now()) || due.isAfter(pen.now().plus(LONGEST)))) {
                throw new Invalid("due", "error.term_ahead");
            }
            CardId card = faces.number(seat, number).id();
            mustBeOnBoard(card);
            List<Material> asked = new ArrayList<>();
            List<Material> newer = new ArrayList<>();
            for (Seen each : new LinkedHashSet<>(seen)) {
                Material material = versions.material(seat, each.material());
                if (!material.cardId().equals(card)
                        || material.archived() != null
                        || each.version() < 1
                        || each.version() > material.versions()) {
                    throw new NotFound();
                }
                (each.version() < material.versions() ? newer : asked).add(material);
            }
            mustBeSeen(newer);
            Map<MaterialId, Version> newest =
                    versions.newest(seat, asked.stream().map(Material::id).toList());
            mustBeUndecided(seat, newest.values());
            Stating.Stated said = stating.approval(pen, seat, number, wanted.note());
            for (Material material : asked) {
                insert(pen, said.comment(), Objects.requireNonNull(newest.get(material.id())), wanted);
            }
            open(pen, seat, card, said.comment(), wanted);
            Map<String, Object> data = said.told();
            data.put("kind", "approval");
            data.put("body", wanted.note());
            data.put("needs", wanted.needs().code());
            data.put("versions", told(asked, newest));
            if (due != null) {
                data.put("due", due.toString());
            }
            stating.tell(pen, card, EventKind.APPROVAL_ASKED, data);
            return said.comment();
        });
    }

    /** Nobody is waited for where they do not look. */
    private void mustBeOnBoard(CardId card) {
        boolean archived = sql.sql("""
                        select c.archived_at is not null or k.archived_at is not null
                          from card c join board_column k on k.id = c.column_id where c.id = ?
                        """).param(card.value()).query(Boolean.class).single();
        if (archived) {
            throw new Invalid("material", "error.restore_first");
        }
    }

    private static void check(Collection<Seen> seen, Wanted wanted) {
        new Faults()
                .unless(!seen.isEmpty(), "material", "error.required")
                .optional("note", wanted.note(), NOTE_LIMIT)
                .stop();
        if (seen.size() > AT_ONCE) {
            throw new Invalid("material", "error.too_many_at_once", AT_ONCE);
        }
    }

    /** Nobody is asked about what whoever asks has not seen. */
    private static void mustBeSeen(List<Material> newer) {
        if (newer.isEmpty()) {
            return;
        }
        String names = newer.stream()
                .map(material -> material.name() + " v" + material.versions())
                .collect(Collectors.joining(", "));
        throw new Stale(
                newer.getFirst().versions(),
                newer.stream()
                        .collect(Collectors.toMap(
                                material -> material.id().toString(),
                                material -> Integer.toString(material.versions()),
                                (one, same) -> one)),
                new Fault("material", "error.newer_to_ask", Map.of("names", names)));
    }

    private void mustBeUndecided(Seat seat, Collection<Version> newest) {
        Map<VersionId, Approval> last =
                last(seat, newest.stream().map(Version::id).toList());
        for (Approval approval : last.values()) {
            if (approval.open()) {
                throw new Invalid("material", "error.asked_already");
            }
            if (approval.state().approved()) {
                throw new Invalid("material", "error.approved_already");
            }
        }
    }

    private static List<Map<String, Object>> told(List<Material> asked, Map<MaterialId, Version> newest) {
        return asked.stream()
                .map(material -> {
                    Version version = Objects.requireNonNull(newest.get(material.id()));
                    Map<String, Object> one = new LinkedHashMap<>();
                    one.put("material", material.id().value());
                    one.put("name", material.name());
                    one.put("version", version.number());
                    one.put("sha256", version.sha256());
                    return one;
                })
                .toList();
    }

    private ApprovalId insert(Pen pen, CommentId ask, Version version, Wanted wanted) {
        PersonId actor = pen.actor();
        Instant due = wanted.due();
        return new ApprovalId(sql.sql("""
                        insert into approval (project_id, comment_id, material_id, version_id, needs, state, due_at, asked_at, asked_by)
                        values (:project, :ask, :material, :version, :needs, 'asked', :due, :now, :by) returning id
                        """)
                .param("project", pen.project().value())
                .param("ask", ask.value())
                .param("material", version.material().value())
                .param("version", version.id().value())
                .param("needs", wanted.needs().code())
                .param("due", due == null ? null : due.atOffset(ZoneOffset.UTC))
                .param("now", pen.now().atOffset(ZoneOffset.UTC))
                .param("by", actor == null ? null : actor.value())
                .query(Long.class)
                .single());
    }

    /** The client's decision makers are waited for: whoever of them is first, or each. */
    private void open(Pen pen, Seat seat, CardId card, CommentId ask, Wanted wanted) {
        List<Mate> leads = leads(seat);
        boolean each = wanted.needs() == Approval.Needs.ALL && !leads.isEmpty();
        List<Awaited> awaited = each
                ? leads.stream()
                        .map(lead -> (Awaited) new Awaited.Someone(lead.person().id(), Side.CLIENT))
                        .toList()
                : List.of(promises.role(seat.project(), Role.LEAD));
        for (Awaited one : awaited) {
            turns.open(pen, new Turns.Opening(card, ask, "", Purpose.APPROVE, one, false, null, wanted.due()));
        }
    }

    private List<Mate> leads(Seat seat) {
        return team.of(seat.project()).stream().filter(Mate::decides).toList();
    }

    /** What became of a decision. */
    public sealed interface Became {

        /** It counts. */
        record Counted(ApprovalId approval) implements Became {}

        /** It came too late and changed nothing: the version was superseded, decided or withdrawn before. */
        record Late(Approval approval) implements Became {}
    }

    /**
     * A decision maker decides about a version. When it came too late nothing changes.
     *
     * @param comment what is to become otherwise, or is suggested: it opens a remark on the version. Needed for such a verdict unless
     *     they have said so on the version already, and it waits for the team
     * @throws Forbidden for everybody who may not decide for the client
     * @throws Invalid for a missing or too long comment
     * @throws NotFound when the project has no such approval
     */
    public Became decide(Seat seat, ApprovalId id, Verdict verdict, String comment, Approval.Way way) {
        mustDecide(seat);
        new Faults().optional("comment", comment, REASON_LIMIT).stop();
        return history.change(seat.project(), seat.viewer().person(), pen -> {
            Approval approval = one(seat, id);
            if (!approval.open() || voiced(approval, seat.viewer().person())) {
                return new Became.Late(approval);
            }
            if (verdict != Verdict.APPROVED
                    && comment.isBlank()
                    && !pins.waitsForTeam(
                            seat, approval.material(), seat.viewer().person(), verdict == Verdict.CHANGES)) {
                throw new Invalid("comment", "error.say_what_to_change");
            }
            settleOne(pen, approval, new Deciding(verdict, seat, way, pen.now(), comment, null, "", null));
            remark(seat, approval, verdict, comment);
            return new Became.Counted(id);
        });
    }

    /** Approves all that an ask puts before the viewer and that is not decided yet. @return how many it was */
    public int approveAll(Seat seat, CommentId ask, Approval.Way way) {
        mustDecide(seat);
        return history.change(seat.project(), seat.viewer().person(), pen -> {
            PersonId me = seat.viewer().person();
            List<Approval> open = asked(seat, ask).stream()
                    .filter(approval -> approval.open() && !voiced(approval, me))
                    .toList();
            for (Approval approval : open) {
                settleOne(pen, approval, new Deciding(Verdict.APPROVED, seat, way, pen.now(), "", null, "", null));
            }
            return open.size();
        });
    }

    private static boolean voiced(Approval approval, PersonId person) {
        return approval.voices().stream().anyMatch(voice -> voice.person().equals(person));
    }

    /** Somebody's decision as it is kept. */
    private record Deciding(
            Verdict verdict,
            Seat decider,
            Approval.Way way,
            Instant at,
            String comment,
            @Nullable PersonId recordedBy,
            String evidence,
            @Nullable FileId file) {

        PersonId person() {
            return decider.viewer().person();
        }
    }

    private void settleOne(Pen pen, Approval approval, Deciding deciding) {
        keep(pen, approval, deciding);
        boolean settled = deciding.verdict() == Verdict.CHANGES
                || approval.needs() == Approval.Needs.ANY
                || everybodyElse(deciding.decider(), approval);
        Approval.State state = state(approval, deciding.verdict());
        if (settled) {
            superseding.settle(pen, approval.id(), state, "");
        }
        Outcome outcome = deciding.verdict() == Verdict.CHANGES ? Outcome.CHANGES : Outcome.APPROVED;
        boolean shown = superseding.closeWhenDone(pen, approval.ask(), outcome);
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("verdict", deciding.verdict().code());
        data.put("way", deciding.way().code());
        data.put("person", deciding.person().value());
        data.put("settled", settled);
        if (!deciding.comment().isBlank()) {
            data.put("body", deciding.comment().strip());
        }
        if (deciding.recordedBy() != null) {
            data.put("decided_at", deciding.at().toString());
            data.put("evidence", deciding.evidence());
        }
        if (shown) {
            telling.tellShown(pen, approval.subject(), EventKind.APPROVAL_DECIDED, data);
        } else {
            telling.tell(pen, approval.subject(), EventKind.APPROVAL_DECIDED, data);
        }
    }

    /** Approved with remarks when anybody had some. */
    private static Approval.State state(Approval approval, Verdict verdict) {
        boolean remarked = approval.voices().stream().anyMatch(voice -> voice.verdict() == Verdict.REMARKS);
        return verdict == Verdict.APPROVED && remarked ? Approval.State.REMARKS : Approval.State.of(verdict);
    }

    /** Whether everybody else whose decision it takes has decided. */
    private boolean everybodyElse(Seat decider, Approval approval) {
        return leads(decider).stream()
                .map(lead -> lead.person().id())
                .allMatch(lead -> lead.equals(decider.viewer().person()) || voiced(approval, lead));
    }

    /**
     * Keeps it with what its decider is in the project now that it is locked.
     *
     * @throws Forbidden when they are no decision maker any more
     */
    private void keep(Pen pen, Approval approval, Deciding deciding) {
        PersonId recordedBy = deciding.recordedBy();
        FileId file = deciding.file();
        int kept = sql.sql("""
                        insert into approval_voice (approval_id, version_id, sha256, verdict, person_id, roles, way, at, comment, recorded_at,
                                                    recorded_by, evidence, evidence_file_id)
                        select :approval, :version, :sha256, :verdict, m.person_id, m.roles, :way, :at, :comment, :now, :by, :evidence, :file
                          from member m
                         where m.project_id = :project and m.person_id = :person and 'lead' = any(m.roles)
                           and not exists (select from departure d where d.person_id = m.person_id)
                        """)
                .param("approval", approval.id().value())
                .param("version", approval.versionId().value())
                .param("sha256", HexFormat.of().parseHex(approval.sha256()))
                .param("verdict", deciding.verdict().code())
                .param("project", pen.project().value())
                .param("person", deciding.person().value())
                .param("way", deciding.way().code())
                .param("at", deciding.at().atOffset(ZoneOffset.UTC))
                .param("comment", deciding.comment().strip())
                .param("now", pen.now().atOffset(ZoneOffset.UTC))
                .param("by", recordedBy == null ? null : recordedBy.value())
                .param("evidence", deciding.evidence())
                .param("file", file == null ? null : file.value())
                .update();
        if (kept == 0) {
            throw new Forbidden("error.only_lead");
        }
    }

    /** What is to become otherwise is a remark that must be fixed; what is suggested with an approval is a suggestion. */
    private void remark(Seat seat, Approval approval, Verdict verdict, String comment) {
        if (comment.isBlank() || verdict == Verdict.APPROVED) {
            return;
        }
        int number = cards.numberOf(seat, approval.card()).orElseThrow(NotFound::new);
        Remark.Weight weight = verdict == Verdict.CHANGES ? Remark.Weight.MUST : Remark.Weight.SUGGESTION;
        CommentId remark = remarks.raise(seat, number, weight, comment, List.of());
        pins.set(seat, approval.versionId(), remark, new Place.Whole());
    }

    /**
     * A decision that was given elsewhere.
     *
     * @param person the decision maker who gave it
     * @param at when they gave it
     * @param evidence how it is known: a letter, a call, in words
     * @param file evidence that this viewer has just brought in; null for none
     */
    public record Elsewhere(
            Verdict verdict,
            PersonId person,
            Instant at,
            String comment,
            String evidence,
            @Nullable FileId file) {}

    /**
     * Writes down what a decision maker decided elsewhere. It is marked as such for good.
     *
     * @throws Forbidden for the client
     * @throws Invalid without evidence, for a time that has not come or when there was no such version yet, or a person who is no
     *     decision maker of the client
     * @throws NotFound when the project has no such approval, or the file was not brought in by the viewer
     */
    public Became record(Seat seat, ApprovalId id, Elsewhere given) {
        mustBeAgency(seat);
        new Faults()
                .text("evidence", given.evidence(), EVIDENCE_LIMIT)
                .optional("comment", given.comment(), REASON_LIMIT)
                .unless(given.verdict() == Verdict.APPROVED || !given.comment().isBlank(), "comment", "error.required")
                .stop();
        return history.change(seat.project(), seat.viewer().person(), pen -> {
            mustBeAgency(again(seat));
            Approval approval = one(seat, id);
            if (!approval.open() || voiced(approval, given.person())) {
                return new Became.Late(approval);
            }
            boolean lead =
                    leads(seat).stream().anyMatch(each -> each.person().id().equals(given.person()));
            new Faults()
                    .unless(lead, "person", "error.choice")
                    .unless(
                            !given.at().isAfter(pen.now())
                                    && given.at().isAfter(pen.now().minus(LONGEST)),
                            "at",
                            "error.time_past")
                    .unless(!given.at().isBefore(made(seat, approval)), "at", "error.before_version")
                    .stop();
            FileId file = given.file();
            if (file != null && !broughtIn(seat, file)) {
                throw new NotFound();
            }
            // it is theirs, who decided: they confirm it
            Seat decider = projects.seat(People.viewer(people.one(given.person())), seat.key());
            settleOne(
                    pen,
                    approval,
                    new Deciding(
                            given.verdict(),
                            decider,
                            Approval.Way.ELSEWHERE,
                            given.at(),
                            given.comment(),
                            seat.viewer().person(),
                            given.evidence().strip(),
                            file));
            remark(decider, approval, given.verdict(), given.comment());
            return new Became.Counted(id);
        });
    }

    /** When the version was made, to the minute: so is told when something was decided elsewhere. */
    private Instant made(Seat seat, Approval approval) {
        return versions.one(seat, approval.material(), approval.version()).at().truncatedTo(ChronoUnit.MINUTES);
    }

    private boolean broughtIn(Seat seat, FileId file) {
        return sql.sql("select exists (select from file where id = ? and created_by = ?)")
                .params(file.value(), seat.viewer().person().value())
                .query(Boolean.class)
                .single();
    }

    /**
     * Takes back what was asked, as far as it is not decided: whoever asked may, the account and the owner.
     *
     * @throws Forbidden for others
     * @throws Invalid for a too long reason, or when nothing of it is open
     */
    public void withdraw(Seat seat, CommentId ask, String reason) {
        new Faults().optional("reason", reason, REASON_LIMIT).stop();
        history.change(seat.project(), seat.viewer().person(), pen -> {
            List<Approval> all = asked(seat, ask);
            List<Approval> open = all.stream().filter(Approval::open).toList();
            if (!again(seat).manages()
                    && !all.getFirst().askedBy().equals(seat.viewer().person())) {
                throw new Forbidden("error.only_who_asked");
            }
            if (open.isEmpty()) {
                throw new Invalid("approval", "error.approval_moved_on");
            }
            for (Approval approval : open) {
                superseding.settle(pen, approval.id(), Approval.State.WITHDRAWN, reason);
            }
            superseding.closeWhenDone(pen, ask, Outcome.WITHDRAWN);
            telling.tell(
                    pen,
                    open.getFirst().subject(),
                    EventKind.APPROVAL_WITHDRAWN,
                    reason.isBlank()
                            ? Map.of("count", open.size())
                            : Map.of("count", open.size(), "reason", reason.strip()));
            return true;
        });
    }

    /**
     * The account has seen to it that the client decides: there is a new term.
     *
     * @throws Forbidden for everybody but the account and the owner
     * @throws Invalid for a term that is not ahead, or when nothing of it is open
     */
    public void extend(Seat seat, CommentId ask, Instant due) {
        seat.mustManage();
        history.change(seat.project(), seat.viewer().person(), pen -> {
            again(seat).mustManage();
            if (!due.isAfter(pen.now()) || due.isAfter(pen.now().plus(LONGEST))) {
                throw new Invalid("due", "error.term_ahead");
            }
            List<Approval> open =
                    asked(seat, ask).stream().filter(Approval::open).toList();
            if (open.isEmpty()) {
                throw new Invalid("approval", "error.approval_moved_on");
            }
            sql.sql("""
                            update approval set due_at = :due, chased_at = null, reminded_at = case when :due <= :soon then :now end
                             where comment_id = :ask and state = 'asked'
                            """)
                    .param("due", due.atOffset(ZoneOffset.UTC))
                    .param("soon", pen.now().plus(Reminding.BEFORE).atOffset(ZoneOffset.UTC))
                    .param("now", pen.now().atOffset(ZoneOffset.UTC))
                    .param("ask", ask.value())
                    .update();
            turns.close(pen, ask, Set.of(Purpose.CHASE), Outcome.EXTENDED, null);
            turns.due(pen, ask, Purpose.APPROVE, due);
            telling.tell(pen, open.getFirst().subject(), EventKind.APPROVAL_EXTENDED, Map.of("due", due.toString()));
            return true;
        });
    }

    /** The seat as it is now that the project is locked: it may have been lost while its viewer waited for that. */
    private Seat again(Seat seat) {
        return projects.seat(seat.viewer(), seat.key());
    }

    private static void mustBeAgency(Seat seat) {
        if (seat.side() != Side.AGENCY) {
            throw new Forbidden("error.only_agency");
        }
    }

    private static void mustDecide(Seat seat) {
        if (!seat.decides()) {
            throw new Forbidden("error.only_lead");
        }
    }

    /** @throws NotFound when the project has no such approval */
    public Approval one(Seat seat, ApprovalId id) {
        return sql
                .sql(ApprovalRows.SELECT + " where a.project_id = ? and a.id = ? order by w.id")
                .params(seat.project().value(), id.value())
                .query(ApprovalRows::read)
                .stream()
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    /** The key of the project in which it is asked, whoever may see that. @throws NotFound when there is no such ask */
    public String projectOf(CommentId ask) {
        return sql.sql(
                        "select p.key from approval a join project p on p.id = a.project_id where a.comment_id = ? limit 1")
                .param(ask.value())
                .query(String.class)
                .optional()
                .orElseThrow(NotFound::new);
    }

    /** What an ask puts before the client. @throws NotFound when the project has no such ask */
    public List<Approval> asked(Seat seat, CommentId ask) {
        List<Approval> asked = asked(seat, List.of(ask)).get(ask);
        if (asked == null) {
            throw new NotFound();
        }
        return asked;
    }

    /** What these asks put before the client. */
    public Map<CommentId, List<Approval>> asked(Seat seat, Collection<CommentId> asks) {
        return asked(Set.of(seat.project()), asks);
    }

    /** The same over several projects: those that whoever asks may see. */
    public Map<CommentId, List<Approval>> asked(Collection<ProjectId> projects, Collection<CommentId> asks) {
        if (asks.isEmpty()) {
            return Map.of();
        }
        return sql
                .sql(ApprovalRows.SELECT + """
                         where a.project_id = any(:projects) and a.comment_id = any(:asks) order by a.id, w.id
                        """)
                .param("projects", projects.stream().map(ProjectId::value).toArray(Long[]::new))
                .param("asks", asks.stream().map(CommentId::value).toArray(Long[]::new))
                .query(ApprovalRows::read)
                .stream()
                .collect(Collectors.groupingBy(Approval::ask, LinkedHashMap::new, Collectors.toList()));
    }

    /**
     * A page of what was put before the client, the latest first.
     *
     * @param state only what stands so; null for all
     * @param material only what was asked about it; null for all
     * @param before only what was asked before this; null for the first page
     */
    public List<Approval> page(
            Seat seat,
            Approval.@Nullable State state,
            @Nullable MaterialId material,
            @Nullable ApprovalId before,
            int limit) {
        return sql.sql(ApprovalRows.SELECT + """
                         where a.id in (select id from approval
                                         where project_id = :project
                                           and (:state::text is null or state = :state)
                                           and (:material::bigint is null or material_id = :material)
                                           and (:before::bigint is null or id < :before)
                                         order by id desc limit :limit)
                         order by a.id desc, w.id
                        """)
                .param("project", seat.project().value())
                .param("state", state == null ? null : state.code())
                .param("material", material == null ? null : material.value())
                .param("before", before == null ? null : before.value())
                .param("limit", limit)
                .query(ApprovalRows::read);
    }

    /** All that was ever asked about these materials, for each the latest first. */
    public Map<MaterialId, List<Approval>> of(Seat seat, Collection<MaterialId> materials) {
        if (materials.isEmpty()) {
            return Map.of();
        }
        return sql
                .sql(ApprovalRows.SELECT + """
                         where a.project_id = :project and a.material_id = any(:ids) order by a.id desc, w.id
                        """)
                .param("project", seat.project().value())
                .param("ids", materials.stream().map(MaterialId::value).toArray(Long[]::new))
                .query(ApprovalRows::read)
                .stream()
                .collect(Collectors.groupingBy(Approval::material));
    }

    /** How these versions stand: for each about which anything was asked, the last of it. */
    public Map<VersionId, Approval> last(Seat seat, Collection<VersionId> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        Map<VersionId, Approval> last = new HashMap<>();
        sql.sql(ApprovalRows.SELECT + """
                         where a.project_id = :project and a.version_id = any(:ids) order by a.id, w.id
                        """)
                .param("project", seat.project().value())
                .param("ids", ids.stream().map(VersionId::value).toArray(Long[]::new))
                .query(ApprovalRows::read)
                .forEach(approval -> last.put(approval.versionId(), approval));
        return last;
    }
}
