package openkitchen.talk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import openkitchen.board.Faces;
import openkitchen.id.CommentId;
import openkitchen.people.Side;
import openkitchen.problem.Problem;
import openkitchen.project.Discipline;
import openkitchen.project.Projects;
import openkitchen.project.Role;
import openkitchen.project.Seat;
import openkitchen.project.Status;
import openkitchen.project.Team;
import openkitchen.test.Kitchen;
import openkitchen.test.KitchenTest;
import openkitchen.turn.Pause;
import openkitchen.turn.Purpose;
import openkitchen.turn.Turn;
import openkitchen.turn.Turns;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Whatever people do, in whatever order, open turns are exactly what the rules say. A walk does things at random, allowed or not,
 * and holds what is there after each against a model that knows the rules and nothing of the database.
 */
@KitchenTest
class EveryTurnTest {

    private static final int STEPS = 120;

    @Autowired
    Kitchen kitchen;

    @Autowired
    Projects projects;

    @Autowired
    Turns turns;

    @Autowired
    Faces faces;

    @Autowired
    Questions questions;

    @Autowired
    Triage triage;

    @Autowired
    Remarks remarks;

    @Autowired
    Decisions decisions;

    @Autowired
    Comments comments;

    @Autowired
    Turning turning;

    @Autowired
    Team team;

    /** What the rules say of one comment. */
    private static final class Said {

        final CommentId id;
        final Seat author;
        CommentKind kind;
        boolean gone;
        String state = "open";
        boolean escalated;
        boolean toOwner;
        int raised = 1;
        boolean seo;
        boolean ppc;
        boolean objected;

        Said(CommentId id, Seat author, CommentKind kind) {
            this.id = id;
            this.author = author;
            this.kind = kind;
        }

        List<Purpose> awaited() {
            List<Purpose> all = new ArrayList<>();
            if (gone) {
                return all;
            }
            switch (kind) {
                case MESSAGE -> {}
                case QUESTION -> {
                    if (state.equals("open") || state.equals("waiting")) {
                        all.add(Purpose.ANSWER);
                    }
                    if (state.equals("waiting")) {
                        all.add(Purpose.CLARIFY);
                    }
                }
                case REMARK -> {
                    if (state.equals("open")) {
                        all.add(Purpose.MEND);
                        if (escalated) {
                            all.add(Purpose.RAISED);
                        }
                        if (toOwner) {
                            all.add(Purpose.RAISED);
                        }
                    }
                    if (state.equals("fixed") || state.equals("declined")) {
                        all.add(Purpose.CONFIRM);
                    }
                    if (state.equals("appealed")) {
                        all.add(Purpose.APPEAL);
                    }
                }
                case DECISION -> {
                    if (seo) {
                        all.add(Purpose.CHECK);
                    }
                    if (ppc) {
                        all.add(Purpose.CHECK);
                    }
                    if (objected) {
                        all.add(Purpose.OBJECTION);
                    }
                }
            }
            all.sort(Comparator.naturalOrder());
            return all;
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void openTurnsAreWhatTheRulesSay(long seed) {
        Random dice = new Random(seed);
        Table table = Table.laid(kitchen, projects, turns, faces);
        List<Seat> all = List.of(table.account(), table.seo(), table.developer(), table.lead(), table.owner());
        List<Said> said = new ArrayList<>();
        boolean live = true;
        boolean seoIsHere = true;
        for (int step = 0; step < STEPS; step++) {
            Seat chosen = all.get(dice.nextInt(all.size()));
            if (chosen.equals(table.seo()) && !seoIsHere) {
                continue;
            }
            Seat who = kitchen.again(chosen);
            if (said.isEmpty() || dice.nextInt(8) == 0) {
                said.add(fresh(table, who, dice, seoIsHere));
            } else if (dice.nextInt(25) == 0) {
                live = !live;
                projects.status(table.account(), live ? Status.LIVE : Status.PAUSED, "");
            } else if (dice.nextInt(25) == 0) {
                seoIsHere = !seoIsHere;
                comeOrGo(table, seoIsHere);
            } else {
                Said one = said.get(dice.nextInt(said.size()));
                act(table, who, one, dice);
            }
            check(table, said, live, "seed " + seed + ", step " + step);
        }
    }

    private void comeOrGo(Table table, boolean here) {
        if (here) {
            team.set(table.account(), table.seo().viewer().person(), Set.of(Role.SEO), "");
        } else {
            team.remove(table.account(), table.seo().viewer().person());
        }
    }

    private Said fresh(Table table, Seat who, Random dice, boolean seoIsHere) {
        return switch (dice.nextInt(3)) {
            case 0 ->
                new Said(
                        questions.ask(who, table.card(), new Address.Team(), dice.nextInt(6) == 0, "Why?", List.of()),
                        who,
                        CommentKind.QUESTION);
            case 1 ->
                new Said(
                        remarks.raise(who, table.card(), Remark.Weight.MUST, "Wrong", List.of()),
                        who,
                        CommentKind.REMARK);
            default -> decided(table, who, seoIsHere);
        };
    }

    private Said decided(Table table, Seat who, boolean seoIsHere) {
        Said said = new Said(
                decisions.decide(who, table.card(), "So it is", "", Set.of(Discipline.SEO, Discipline.PPC), List.of()),
                who,
                CommentKind.DECISION);
        said.seo = !who.roles().contains(seoIsHere ? Role.SEO : Role.ACCOUNT);
        said.ppc = !who.roles().contains(Role.ACCOUNT); // there is no PPC: the account checks for it
        return said;
    }

    /** Does something, or is refused; when it was done, the model does the same. */
    private void act(Table table, Seat who, Said one, Random dice) {
        Runnable model;
        try {
            model = tried(table, who, one, dice);
        } catch (Problem refused) {
            return;
        }
        model.run();
    }

    private Runnable tried(Table table, Seat who, Said one, Random dice) {
        if (dice.nextInt(20) == 0) {
            comments.delete(who, one.id);
            return () -> one.gone = true;
        }
        if (dice.nextInt(20) == 0) {
            CommentKind before = one.kind;
            turning.turn(who, one.id, new Intent.Remark(Remark.Weight.MUST));
            return before == CommentKind.REMARK ? () -> {} : () -> becomesRemark(one);
        }
        return switch (one.kind) {
            case MESSAGE, APPROVAL -> () -> {};
            case QUESTION -> question(who, one, dice);
            case REMARK -> remark(who, one, dice);
            case DECISION -> decision(who, one, dice);
        };
    }

    private static void becomesRemark(Said one) {
        one.kind = CommentKind.REMARK;
        one.state = "open";
    }

    private Runnable question(Seat who, Said one, Random dice) {
        String before = one.state;
        boolean open = before.equals("open") || before.equals("waiting");
        return switch (dice.nextInt(7)) {
            case 0 -> {
                questions.answer(who, one.id, "So", List.of(), 5, null);
                yield () -> one.state = open ? "answered" : before;
            }
            case 1 -> {
                questions.askBack(who, one.id, "Which?", List.of());
                yield () -> one.state = open ? "waiting" : before;
            }
            case 2 -> {
                questions.clarify(who, one.id, "This", List.of());
                yield () -> one.state = open ? "open" : before;
            }
            case 3 -> {
                questions.reopen(who, one.id, "Not that");
                yield () -> one.state = "open";
            }
            case 4 -> {
                Role to = dice.nextBoolean() ? Role.DEVELOPMENT : Role.SEO;
                triage.redirect(who, one.id, new Address.OfRole(to), "");
                yield () -> one.state = "open";
            }
            case 5 -> {
                triage.offTopic(who, one.id, "Elsewhere");
                yield () -> one.state = "off_topic";
            }
            default -> {
                triage.intoCard(who, one.id, "");
                yield () -> one.state = "card";
            }
        };
    }

    private Runnable remark(Seat who, Said one, Random dice) {
        return switch (dice.nextInt(6)) {
            case 0 -> {
                remarks.fix(who, one.id, "", "");
                yield () -> toAuthor(one, "fixed");
            }
            case 1 -> {
                remarks.confirm(who, one.id);
                yield () -> one.state = "closed";
            }
            case 2 -> {
                remarks.raiseAgain(who, one.id, "");
                yield () -> {
                    one.raised++;
                    one.state = "open";
                    one.escalated = true;
                    one.toOwner = one.raised >= 3;
                };
            }
            case 3 -> {
                remarks.decline(who, one.id, "No");
                yield () -> toAuthor(one, "declined");
            }
            case 4 -> {
                remarks.appeal(who, one.id, "Yes");
                yield () -> one.state = "appealed";
            }
            default -> {
                boolean todo = dice.nextBoolean();
                remarks.settle(who, one.id, todo, "So");
                yield () -> one.state = todo ? "open" : "closed";
            }
        };
    }

    private static void toAuthor(Said one, String state) {
        one.state = state;
        one.escalated = false;
        one.toOwner = false;
    }

    private Runnable decision(Seat who, Said one, Random dice) {
        if (dice.nextInt(3) == 0) {
            decisions.settle(who, one.id, "So");
            return () -> {
                one.seo = false;
                one.ppc = false;
                one.objected = false;
            };
        }
        boolean seo = dice.nextBoolean();
        boolean fine = dice.nextBoolean();
        decisions.check(who, one.id, seo ? Discipline.SEO : Discipline.PPC, fine, fine ? "" : "Harm");
        return () -> {
            one.seo &= !seo;
            one.ppc &= seo;
            one.objected |= !fine;
        };
    }

    private void check(Table table, List<Said> said, boolean live, String where) {
        List<Turn> open = turns.openIn(table.account());
        for (Said one : said) {
            List<Turn> about =
                    open.stream().filter(turn -> one.id.equals(turn.comment())).toList();
            assertThat(about.stream().map(Turn::purpose).sorted().toList())
                    .as("%s: %s %s of %s", where, one.kind, one.state, one.id)
                    .isEqualTo(one.awaited());
            for (Turn turn : about) {
                assertThat(why(turn)).as("%s: the clock of %s", where, turn).isEqualTo(expected(one, turn, live));
                assertThat(turn.due() == null)
                        .as("%s: only the agency promises: %s", where, turn)
                        .isEqualTo(turn.awaited().side() == Side.CLIENT);
            }
        }
        assertThat(open)
                .as("%s: nothing else is open", where)
                .hasSize(said.stream().mapToInt(one -> one.awaited().size()).sum());
        int onFace = faces.number(table.account(), table.card()).waits().size();
        assertThat(onFace).as("%s: the face shows the most pressing", where).isEqualTo(Math.min(4, open.size()));
    }

    private static Pause.@Nullable Why why(Turn turn) {
        return turn.pause() == null ? null : turn.pause().why();
    }

    private static Pause.@Nullable Why expected(Said one, Turn turn, boolean live) {
        boolean waits = turn.purpose() == Purpose.ANSWER && one.state.equals("waiting");
        if (waits && !live) {
            return turn.pause() == null ? Pause.Why.PROJECT : turn.pause().why(); // either reason is one
        }
        return waits ? Pause.Why.ASKER : live ? null : Pause.Why.PROJECT;
    }
}
