package openkitchen.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import openkitchen.board.ColumnKind;
import openkitchen.board.Columns;
import openkitchen.id.ColumnId;
import openkitchen.people.AgencyRole;
import openkitchen.project.Projects;
import openkitchen.project.Role;
import openkitchen.project.Team;
import openkitchen.test.KitchenTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

/** Questions, remarks and decisions, asked and answered by programs. */
@KitchenTest
class TalkTest {

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext kitchen;

    Village village;
    Village.Home home;
    Caller account;
    Caller seo;
    Caller contact;
    String card;
    String comments;

    @BeforeEach
    void settle() {
        village = new Village(kitchen);
        home = village.home();
        account = village.caller(port, home.account());
        seo = village.caller(port, home.specialist());
        contact = village.caller(port, home.contact());
        card = account.post(
                        home.path() + "/cards",
                        "{\"title\":\"Redirects\",\"discipline\":\"seo\",\"column\":" + home.first() + "}")
                .header("Location");
        comments = card + "/comments";
    }

    private static JsonNode right(Caller.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isBetween(200, 299);
        return answer.json();
    }

    private String asked() {
        JsonNode said = right(contact.post(comments, "{\"kind\":\"question\",\"body\":\"Why is it slow?\"}"));
        assertThat(said.at("/question/state").asString()).isEqualTo("open");
        return home.path() + "/questions/" + said.at("/id").asLong();
    }

    private List<String> waiting() {
        List<String> purposes = new ArrayList<>();
        right(account.get(home.path() + "/turns"))
                .at("/items")
                .forEach(turn -> purposes.add(turn.at("/purpose").asString()));
        return purposes;
    }

    @Test
    void aQuestionIsAskedBackClarifiedAnsweredReopenedAndAnsweredAgain() {
        String question = asked();
        assertThat(right(seo.get(question)).at("/turns/0/role").asString()).isEqualTo("seo");
        assertThat(right(seo.post(question + "/requests", "{\"body\":\"Which page?\"}"))
                        .at("/state")
                        .asString())
                .isEqualTo("waiting");
        assertThat(waiting()).containsExactlyInAnyOrder("answer", "clarify");
        assertThat(right(contact.post(question + "/clarifications", "{\"body\":\"The front page.\"}"))
                        .at("/turns/0/purpose")
                        .asString())
                .isEqualTo("answer");
        JsonNode answered = right(seo.post(
                question + "/answers", "{\"body\":\"The pictures are large.\",\"minutes\":10,\"depth\":\"quick\"}"));
        assertThat(answered.at("/state").asString()).isEqualTo("answered");
        assertThat(answered.at("/answer").isNull()).isFalse();
        assertThat(waiting()).isEmpty();
        JsonNode reopened = right(contact.post(question + "/reopenings", "{\"body\":\"Not what I asked.\"}"));
        assertThat(reopened.at("/reopened").asInt()).isEqualTo(1);
        assertThat(reopened.at("/turns/0/person").asLong())
                .isEqualTo(home.specialist().id().value());
        assertThat(right(seo.post(question + "/answers", "{\"body\":\"The server is.\"}"))
                        .at("/state")
                        .asString())
                .isEqualTo("answered");
        assertThat(right(contact.get(home.path() + "/questions?open=true"))
                        .at("/items")
                        .size())
                .isZero();
        assertThat(right(contact.get(home.path() + "/questions"))
                        .at("/items/0/reopened")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void theAccountRedirectsMergesDismissesAndMakesCards() {
        String first = asked();
        String second = asked();
        String third = asked();
        String fourth = asked();
        JsonNode redirected =
                right(account.post(first + "/redirections", "{\"to\":\"account\",\"note\":\"It is strategy\"}"));
        assertThat(redirected.at("/turns/0/role").asString()).isEqualTo("account");
        assertThat(redirected.at("/reason").asString()).isEqualTo("It is strategy");
        long into = Long.parseLong(first.substring(first.lastIndexOf('/') + 1));
        assertThat(right(account.post(second + "/mergers", "{\"into\":" + into + "}"))
                        .at("/mergedInto")
                        .asLong())
                .isEqualTo(into);
        assertThat(account.post(third + "/dismissals", "{}")
                        .at("/errors/0/field")
                        .asString())
                .isEqualTo("reason");
        assertThat(right(account.post(third + "/dismissals", "{\"reason\":\"Not ours\"}"))
                        .at("/state")
                        .asString())
                .isEqualTo("off_topic");
        int made = right(seo.post(fourth + "/cards", "{\"title\":\"Make it fast\"}"))
                .at("/cardMade")
                .asInt();
        assertThat(right(contact.get(home.path() + "/cards/" + made))
                        .at("/title")
                        .asString())
                .isEqualTo("Make it fast");
    }

    @Test
    void aRemarkRaisedThreeTimesWaitsForTheOwner() {
        JsonNode said = right(contact.post(comments, "{\"kind\":\"remark\",\"body\":\"The phone is wrong\"}"));
        assertThat(said.at("/remark/number").asInt()).isEqualTo(1);
        String remark = home.path() + "/remarks/" + said.at("/id").asLong();
        assertThat(right(seo.post(remark + "/fixes", "{\"fixedIn\":\"version 2\"}"))
                        .at("/state")
                        .asString())
                .isEqualTo("fixed");
        right(contact.post(remark + "/raisings", "{\"body\":\"Still wrong\"}"));
        right(seo.post(remark + "/fixes", "{}"));
        JsonNode raised = right(contact.post(remark + "/raisings", "{}"));
        assertThat(raised.at("/raised").asInt()).isEqualTo(3);
        assertThat(raised.at("/turns").toString()).contains("\"owner\"", "\"account\"", "\"mend\"");
        Caller owner = village.caller(port, village.owner());
        assertThat(right(owner.get("/api/v1/me/turns")).at("/items").toString())
                .contains("\"comment\":" + said.at("/id").asLong());

        right(seo.post(remark + "/refusals", "{\"reason\":\"It is the right phone\"}"));
        right(contact.post(remark + "/appeals", "{\"reason\":\"It is not\"}"));
        right(account.post(remark + "/settlements", "{\"toBeDone\":true,\"reason\":\"The client knows best\"}"));
        right(seo.post(remark + "/fixes", "{}"));
        assertThat(right(contact.post(remark + "/confirmations", ""))
                        .at("/state")
                        .asString())
                .isEqualTo("confirmed");
        assertThat(waiting()).isEmpty();
        assertThat(right(contact.get(home.path() + "/remarks?card=1"))
                        .at("/items/0/raised")
                        .asInt())
                .isEqualTo(3);
        assertThat(right(contact.get(home.path() + "/remarks?open=true"))
                        .at("/items")
                        .size())
                .isZero();
    }

    @Test
    void aCardWithAnOpenRemarkIsDoneOnlyWithTheAccountsReason() {
        Columns columns = kitchen.getBean(Columns.class);
        ColumnId done = columns.add(
                kitchen.getBean(Projects.class).seat(home.account().viewer(), home.key()), "Done", ColumnKind.DONE);
        contact.post(comments, "{\"kind\":\"remark\",\"body\":\"The phone is wrong\"}");
        Caller.Answer refused = seo.put(card + "/place", "{\"column\":" + done + ",\"reason\":\"It is fine\"}");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.at("/detail").asString()).contains("remark");
        Caller.Answer unreasoned = account.put(card + "/place", "{\"column\":" + done + "}");
        assertThat(unreasoned.status()).isEqualTo(422);
        assertThat(unreasoned.at("/errors/0/field").asString()).isEqualTo("reason");
        assertThat(unreasoned.at("/errors/0/code").asString()).isEqualTo("held_by_remarks");
        right(account.put(card + "/place", "{\"column\":" + done + ",\"reason\":\"The client agreed by phone\"}"));
        assertThat(right(contact.get(home.path() + "/events")).toString()).contains("The client agreed by phone");
    }

    @Test
    void aDecisionIsObjectedToAndSettled() {
        Village.Villager developer = village.person(AgencyRole.SPECIALIST, null);
        kitchen.getBean(Team.class)
                .set(
                        kitchen.getBean(Projects.class).seat(home.account().viewer(), home.key()),
                        developer.id(),
                        java.util.Set.of(Role.DEVELOPMENT),
                        "");
        Caller maker = village.caller(port, developer);
        JsonNode said = right(
                maker.post(
                        comments,
                        "{\"kind\":\"decision\",\"body\":\"No more redirects\",\"why\":\"They cost time\",\"affects\":[\"seo\"]}"));
        assertThat(said.at("/decision/checks/0/discipline").asString()).isEqualTo("seo");
        String decision = home.path() + "/decisions/" + said.at("/id").asLong();
        assertThat(maker.post(decision + "/checks", "{\"discipline\":\"seo\",\"verdict\":\"fine\"}")
                        .status())
                .isEqualTo(403);
        assertThat(seo.post(decision + "/checks", "{\"discipline\":\"seo\",\"verdict\":\"objection\"}")
                        .at("/errors/0/field")
                        .asString())
                .isEqualTo("reason");
        assertThat(right(seo.post(
                                decision + "/checks",
                                "{\"discipline\":\"seo\",\"verdict\":\"objection\",\"reason\":\"We lose places\"}"))
                        .at("/state")
                        .asString())
                .isEqualTo("objected");
        assertThat(right(account.post(decision + "/settlements", "{\"reason\":\"The redirects stay\"}"))
                        .at("/outcome")
                        .asString())
                .isEqualTo("The redirects stay");
        assertThat(waiting()).isEmpty();
    }

    @Test
    void aMessageBecomesAQuestionAndItsTagTellsOfIt() {
        Caller.Answer said = contact.post(comments, "{\"body\":\"Why is it slow?\"}");
        String comment = comments + "/" + said.at("/id").asLong();
        Caller.Answer turned = contact.put(comment + "/kind", "{\"kind\":\"question\",\"to\":\"seo\"}");
        assertThat(right(turned).at("/question/to").asString()).isEqualTo("seo");
        assertThat(turned.header("ETag")).isNotEqualTo(said.header("ETag"));
        assertThat(contact.get(comment, "If-None-Match", turned.header("ETag")).status())
                .isEqualTo(304);
        seo.post(home.path() + "/questions/" + said.at("/id").asLong() + "/answers", "{\"body\":\"Pictures\"}");
        assertThat(contact.get(comment, "If-None-Match", turned.header("ETag")).status())
                .isEqualTo(200);
        assertThat(contact.patch(comment, "{\"body\":\"Why so slow?\"}", "If-Match", turned.header("ETag"))
                        .status())
                .isEqualTo(412);
        assertThat(contact.put(comment + "/kind", "{}").at("/errors/0/field").asString())
                .isEqualTo("kind");
    }

    @Test
    void aPromiseIsSeenBeforeAskingAndUrgencyCounts() {
        Caller.Answer promise = contact.get(card + "/promise?to=team&urgent=true");
        assertThat(right(promise).at("/role").asString()).isEqualTo("seo");
        assertThat(promise.at("/due").isNull()).isFalse();
        assertThat(promise.at("/urgentLeft").asInt()).isEqualTo(3);
        assertThat(contact.get(card + "/promise?to=nobody")
                        .at("/errors/0/field")
                        .asString())
                .isEqualTo("to");
        assertThat(right(account.patch(home.path(), "{\"urgentQuota\":1}"))
                        .at("/urgentQuota")
                        .asInt())
                .isEqualTo(1);
        assertThat(account.patch(home.path(), "{\"urgentQuota\":1001}").status())
                .isEqualTo(422);
        assertThat(contact.patch(home.path(), "{\"urgentQuota\":9}").status()).isEqualTo(403);
        String urgent = "{\"kind\":\"question\",\"urgent\":true,\"body\":\"Now?\"}";
        assertThat(right(contact.post(comments, urgent))
                        .at("/question/overQuota")
                        .asBoolean())
                .isFalse();
        assertThat(right(contact.post(comments, urgent))
                        .at("/question/overQuota")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void aRepeatedAnswerIsOneAnswer() {
        String question = asked();
        String body = "{\"body\":\"The pictures are large.\",\"minutes\":5}";
        Caller.Answer once = seo.post(question + "/answers", body, "Idempotency-Key", "answer-1");
        Caller.Answer twice = seo.post(question + "/answers", body, "Idempotency-Key", "answer-1");
        assertThat(twice.status()).isEqualTo(201);
        assertThat(twice.at("/answer").asLong()).isEqualTo(once.at("/answer").asLong());
        assertThat(right(contact.get(comments)).at("/items").size()).isEqualTo(2);
    }

    @Test
    void whatWaitsForOneselfIsPutOffAndTakenUp() {
        asked();
        JsonNode mine = right(seo.get("/api/v1/me/turns"));
        String turn = "/api/v1/me/turns/" + mine.at("/items/0/turn/id").asLong() + "/snooze";
        assertThat(mine.at("/items/0/turn/project").asString()).isEqualTo(home.key());
        assertThat(seo.put(turn, "{\"until\":\"2999-01-01T10:00:00Z\"}").status())
                .isEqualTo(204);
        assertThat(right(seo.get("/api/v1/me/turns")).at("/items/0/snoozed").isNull())
                .isFalse();
        assertThat(contact.put(turn, "{\"until\":\"2999-01-01T10:00:00Z\"}").status())
                .isEqualTo(404);
        assertThat(seo.delete(turn).status()).isEqualTo(204);
        assertThat(right(seo.get("/api/v1/me/turns")).at("/items/0/snoozed").isNull())
                .isTrue();
    }

    @Test
    void theAgencysWordsAreItsLeadersToSet() {
        String words = "/api/v1/agency/discipline-words";
        assertThat(right(account.get(words)).at("/items").size()).isEqualTo(7);
        assertThat(right(account.put(words + "/social", "{\"words\":\"reels, Stories\\nstories\"}"))
                        .at("/words")
                        .asString())
                .isEqualTo("reels, stories");
        assertThat(account.put(words + "/social", "{\"words\":\"a\"}")
                        .at("/errors/0/field")
                        .asString())
                .isEqualTo("words");
        assertThat(account.put(words + "/cooking", "{\"words\":\"salt\"}").status())
                .isEqualTo(404);
        assertThat(seo.get(words).status()).isEqualTo(404);
        assertThat(contact.get(words + "/seo").status()).isEqualTo(404);
    }

    /** Each step by each role: whoever may not is refused with 403, before anything is looked at closer. */
    @Test
    void everyStepIsOpenToWhomItShouldBeAndToNobodyElse() {
        Village.Villager colleague = village.person(AgencyRole.SPECIALIST, null);
        kitchen.getBean(Team.class)
                .set(
                        kitchen.getBean(Projects.class).seat(home.account().viewer(), home.key()),
                        colleague.id(),
                        java.util.Set.of(Role.PPC),
                        "");
        Caller ppc = village.caller(port, colleague);
        Caller owner = village.caller(port, village.owner());
        String question = asked();
        long other = Long.parseLong(asked().replaceAll(".*/", ""));
        for (Caller client : List.of(contact)) {
            assertThat(client.post(question + "/answers", "{\"body\":\"x\"}").status())
                    .isEqualTo(403);
            assertThat(client.post(question + "/requests", "{\"body\":\"x\"}").status())
                    .isEqualTo(403);
            assertThat(client.post(question + "/redirections", "{\"to\":\"seo\"}")
                            .status())
                    .isEqualTo(403);
            assertThat(client.post(question + "/cards", "{}").status()).isEqualTo(403);
        }
        for (Caller noAccount : List.of(contact, seo, ppc)) {
            assertThat(noAccount
                            .post(question + "/mergers", "{\"into\":" + other + "}")
                            .status())
                    .isEqualTo(403);
            assertThat(noAccount
                            .post(question + "/dismissals", "{\"reason\":\"x\"}")
                            .status())
                    .isEqualTo(403);
        }
        for (Caller agency : List.of(seo, ppc, account, owner)) {
            assertThat(agency.post(question + "/clarifications", "{\"body\":\"x\"}")
                            .status())
                    .isEqualTo(403);
            assertThat(agency.post(question + "/reopenings", "{}").status()).isEqualTo(403);
        }
        String remark = home.path() + "/remarks/"
                + right(contact.post(comments, "{\"kind\":\"remark\",\"body\":\"x\"}"))
                        .at("/id")
                        .asLong();
        assertThat(contact.post(remark + "/fixes", "{}").status()).isEqualTo(403);
        assertThat(contact.post(remark + "/refusals", "{\"reason\":\"x\"}").status())
                .isEqualTo(403);
        for (Caller notItsAuthor : List.of(seo, ppc, account, owner)) {
            assertThat(notItsAuthor.post(remark + "/raisings", "{}").status()).isEqualTo(403);
        }
        right(ppc.post(remark + "/refusals", "{\"reason\":\"x\"}"));
        for (Caller notItsAuthor : List.of(seo, ppc, account, owner)) {
            assertThat(notItsAuthor.post(remark + "/confirmations", "").status())
                    .isEqualTo(403);
            assertThat(notItsAuthor.post(remark + "/appeals", "{}").status()).isEqualTo(403);
        }
        right(contact.post(remark + "/appeals", "{}"));
        for (Caller noAccount : List.of(contact, seo, ppc)) {
            assertThat(noAccount
                            .post(remark + "/settlements", "{\"toBeDone\":true,\"reason\":\"x\"}")
                            .status())
                    .isEqualTo(403);
        }
        right(owner.post(remark + "/settlements", "{\"toBeDone\":false,\"reason\":\"x\"}"));
        String decision = home.path() + "/decisions/"
                + right(ppc.post(comments, "{\"kind\":\"decision\",\"body\":\"x\",\"affects\":[\"seo\"]}"))
                        .at("/id")
                        .asLong();
        String objection = "{\"discipline\":\"seo\",\"verdict\":\"objection\",\"reason\":\"x\"}";
        for (Caller notAsked : List.of(contact, ppc)) {
            assertThat(notAsked.post(decision + "/checks", objection).status()).isEqualTo(403);
        }
        right(seo.post(decision + "/checks", objection));
        for (Caller noAccount : List.of(contact, seo, ppc)) {
            assertThat(noAccount
                            .post(decision + "/settlements", "{\"reason\":\"x\"}")
                            .status())
                    .isEqualTo(403);
        }
        right(owner.post(decision + "/settlements", "{\"reason\":\"x\"}"));
    }

    @Test
    void whatIsOfAnotherProjectIsNotThere() {
        String mine = asked();
        long id = Long.parseLong(mine.replaceAll(".*/", ""));
        Village.Home other = village.home();
        Caller theirs = village.caller(port, other.account());
        for (String kind : List.of("questions", "remarks", "decisions")) {
            assertThat(theirs.get(other.path() + "/" + kind + "/" + id).status())
                    .isEqualTo(404);
        }
        assertThat(theirs.post(other.path() + "/questions/" + id + "/answers", "{\"body\":\"x\"}")
                        .status())
                .isEqualTo(404);
        assertThat(account.get(home.path() + "/remarks/" + id).status()).isEqualTo(404);
    }
}
