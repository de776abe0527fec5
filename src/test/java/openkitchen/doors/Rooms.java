package openkitchen.doors;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import openkitchen.board.Attachments;
import openkitchen.board.CardKind;
import openkitchen.board.Cards;
import openkitchen.board.Checklists;
import openkitchen.board.Column;
import openkitchen.board.Columns;
import openkitchen.id.ChecklistId;
import openkitchen.id.ClientId;
import openkitchen.id.ColumnId;
import openkitchen.id.CommentId;
import openkitchen.id.MaterialId;
import openkitchen.material.Approval;
import openkitchen.material.Approvals;
import openkitchen.material.Content;
import openkitchen.material.Materials;
import openkitchen.people.Viewer;
import openkitchen.project.Discipline;
import openkitchen.project.Invitations;
import openkitchen.project.Knowledge;
import openkitchen.project.Projects;
import openkitchen.project.Role;
import openkitchen.project.Seat;
import openkitchen.store.Files;
import openkitchen.talk.Address;
import openkitchen.talk.Comments;
import openkitchen.talk.Decisions;
import openkitchen.talk.Questions;
import openkitchen.talk.Remark;
import openkitchen.talk.Remarks;
import openkitchen.test.Kitchen;

/** Builds the house whose doors are walked. */
@org.springframework.boot.test.context.TestComponent
class Rooms {

    private final Kitchen kitchen;
    private final Projects projects;
    private final Comments comments;
    private final Questions questions;
    private final Remarks remarks;
    private final Decisions decisions;
    private final Checklists checklists;
    private final Attachments attachments;
    private final Files files;
    private final Columns columns;
    private final Cards cards;
    private final Materials materials;
    private final Approvals approvals;
    private final Knowledge knowledge;
    private final Invitations invitations;

    Rooms(
            Kitchen kitchen,
            Projects projects,
            Comments comments,
            Questions questions,
            Remarks remarks,
            Decisions decisions,
            Checklists checklists,
            Attachments attachments,
            Files files,
            Columns columns,
            Cards cards,
            Materials materials,
            Approvals approvals,
            Knowledge knowledge,
            Invitations invitations) {
        this.kitchen = kitchen;
        this.projects = projects;
        this.comments = comments;
        this.questions = questions;
        this.remarks = remarks;
        this.decisions = decisions;
        this.checklists = checklists;
        this.attachments = attachments;
        this.files = files;
        this.columns = columns;
        this.cards = cards;
        this.materials = materials;
        this.approvals = approvals;
        this.knowledge = knowledge;
        this.invitations = invitations;
    }

    House build() {
        Viewer account = kitchen.account();
        ClientId client = kitchen.client(account);
        Seat seat = kitchen.project(account, client);
        Viewer specialist = kitchen.specialist();
        Viewer lead = kitchen.contact(client);
        Viewer member = kitchen.contact(client);
        kitchen.join(seat, specialist, Role.SEO);
        kitchen.join(seat, lead, Role.LEAD);
        kitchen.join(seat, member, Role.MEMBER);
        Viewer otherAccount = kitchen.account();
        ClientId otherClient = kitchen.client(otherAccount);
        Seat other = kitchen.project(otherAccount, otherClient);
        Viewer otherContact = kitchen.contact(otherClient);
        kitchen.join(other, otherContact, Role.LEAD);
        House bare = new House(
                seat,
                kitchen.owner(),
                account,
                otherAccount,
                specialist,
                kitchen.specialist(),
                lead,
                member,
                otherContact,
                other.key(),
                Map.of());
        return furnish(bare);
    }

    /** The same house with new furniture, for doors behind which something is thrown away. */
    House furnish(House house) {
        Seat seat = kitchen.again(house.seat());
        ColumnId column = columns.of(seat).stream()
                .map(Column::id)
                .filter(id -> id.toString().equals(house.things().get("column")))
                .findFirst()
                .orElseGet(() -> kitchen.column(seat, "Doing"));
        int card = kitchen.card(seat, column, "Card");
        ChecklistId list = checklists.add(seat, card, "List");
        Map<String, String> things = new TreeMap<>();
        kitchen.join(seat, house.specialist(), Role.SEO);
        things.put("person", house.specialist().person().toString());
        things.put("link", Long.toString(knowledge.addLink(seat, "Link", "https://kitchen.example/", "")));
        things.put(
                "invitation",
                invitations
                        .toProject(seat, "Guest", null, Set.of(Role.LEAD), null)
                        .id()
                        .toString());
        things.put("number", Integer.toString(card));
        things.put(
                "launch",
                Integer.toString(cards.add(seat, new Cards.NewCard(column, "Launch", "", CardKind.LAUNCH, null, false))
                        .number()));
        things.put(
                "material",
                materials
                        .add(seat, card, "Text", new Content.Text("Hello"), "")
                        .material()
                        .toString());
        things.put("column", column.toString());
        things.put("list", list.toString());
        things.put("item", checklists.addItem(seat, card, list, "Item").toString());
        things.put("comment", comments.say(seat, card, null, "Hello", List.of()).toString());
        talk(seat, projects.seat(house.lead(), seat.key()), card, things);
        approval(seat, card, things);
        things.put(
                "attachment",
                attachments
                        .attach(
                                seat,
                                card,
                                files.keep(
                                                new ByteArrayInputStream("hello".getBytes(StandardCharsets.UTF_8)),
                                                "a.txt",
                                                seat.viewer().person())
                                        .id())
                        .toString());
        return new House(
                seat,
                house.owner(),
                house.account(),
                house.otherAccount(),
                house.specialist(),
                house.stranger(),
                house.lead(),
                house.member(),
                house.otherContact(),
                house.otherProject(),
                things);
    }

    /** Something was put before the client; another material was not. */
    private void approval(Seat account, int card, Map<String, String> things) {
        MaterialId shown = materials
                .add(account, card, "Shown", new Content.Text("One"), "")
                .material();
        CommentId ask = approvals.ask(
                account,
                card,
                List.of(new Approvals.Seen(shown, 1)),
                new Approvals.Wanted(Approval.Needs.ANY, null, "Please look"));
        things.put("ask", ask.toString());
        things.put("approval", approvals.asked(account, ask).getFirst().id().toString());
    }

    /** The client's lead asked the team, remarked something, and sees one remark declined; the account decided something. */
    private void talk(Seat account, Seat lead, int card, Map<String, String> things) {
        Address team = new Address.Team();
        things.put(
                "into",
                questions.ask(lead, card, team, false, "Earlier?", List.of()).toString());
        things.put(
                "question",
                questions.ask(lead, card, team, false, "Why?", List.of()).toString());
        things.put(
                "remark",
                remarks.raise(lead, card, Remark.Weight.MUST, "Wrong", List.of())
                        .toString());
        CommentId declined = remarks.raise(lead, card, Remark.Weight.SUGGESTION, "Blue", List.of());
        remarks.decline(account, declined, "It is the brand's colour");
        things.put("declined", declined.toString());
        things.put(
                "decision",
                decisions
                        .decide(account, card, "We redirect", "", Set.of(Discipline.SEO), List.of())
                        .toString());
    }
}
