package openkitchen.history;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Everything that can happen in a project. The code is what is kept and sent; it never changes. */
public enum EventKind {
    PROJECT_CREATED("project.created"),
    PROJECT_CHANGED("project.changed"),
    PROJECT_STATUS("project.status"),
    PROJECT_TEXT("project.text"),
    PROJECT_IMPORTED("project.imported"),
    LINK_ADDED("link.added"),
    LINK_CHANGED("link.changed"),
    LINK_REMOVED("link.removed"),
    MEMBER_ADDED("member.added"),
    MEMBER_CHANGED("member.changed"),
    MEMBER_REMOVED("member.removed"),
    MEMBER_INVITED("member.invited"),
    INVITATION_REVOKED("invitation.revoked"),
    COLUMN_ADDED("column.added"),
    COLUMN_CHANGED("column.changed"),
    COLUMN_MOVED("column.moved"),
    COLUMN_ARCHIVED("column.archived"),
    COLUMN_RESTORED("column.restored"),
    COLUMN_RANKED("column.ranked"),
    LABEL_ADDED("label.added"),
    LABEL_CHANGED("label.changed"),
    LABEL_REMOVED("label.removed"),
    FIELD_ADDED("field.added"),
    CARD_ADDED("card.added"),
    CARD_TITLED("card.titled"),
    CARD_DESCRIBED("card.described"),
    CARD_CHANGED("card.changed"),
    CARD_MOVED("card.moved"),
    CARD_PLACED("card.placed"),
    CARD_DATED("card.dated"),
    CARD_DONE("card.done"),
    CARD_UNDONE("card.undone"),
    CARD_LABELLED("card.labelled"),
    CARD_UNLABELLED("card.unlabelled"),
    CARD_PERSON_ADDED("card.person_added"),
    CARD_PERSON_REMOVED("card.person_removed"),
    CARD_COVERED("card.covered"),
    CARD_FIELD_SET("card.field_set"),
    CARD_ARCHIVED("card.archived"),
    CARD_RESTORED("card.restored"),
    CARD_DELETED("card.deleted"),
    CARD_COPIED("card.copied"),
    CARD_LEFT("card.left"),
    CARD_CAME("card.came"),
    CHECKLIST_ADDED("checklist.added"),
    CHECKLIST_CHANGED("checklist.changed"),
    CHECKLIST_REMOVED("checklist.removed"),
    ITEM_ADDED("item.added"),
    ITEM_CHANGED("item.changed"),
    ITEM_DONE("item.done"),
    ITEM_UNDONE("item.undone"),
    ITEM_REMOVED("item.removed"),
    FILE_ATTACHED("file.attached"),
    FILE_REMOVED("file.removed"),
    COMMENT_ADDED("comment.added"),
    COMMENT_EDITED("comment.edited"),
    COMMENT_DELETED("comment.deleted"),
    COMMENT_TURNED("comment.turned"),
    QUESTION_ANSWERED("question.answered"),
    QUESTION_ASKED_BACK("question.asked_back"),
    QUESTION_CLARIFIED("question.clarified"),
    QUESTION_REOPENED("question.reopened"),
    QUESTION_REDIRECTED("question.redirected"),
    QUESTION_MERGED("question.merged"),
    QUESTION_OFF_TOPIC("question.off_topic"),
    QUESTION_BECAME_CARD("question.became_card"),
    REMARK_FIXED("remark.fixed"),
    REMARK_CONFIRMED("remark.confirmed"),
    REMARK_RAISED("remark.raised"),
    REMARK_DECLINED("remark.declined"),
    REMARK_APPEALED("remark.appealed"),
    REMARK_SETTLED("remark.settled"),
    DECISION_CHECKED("decision.checked"),
    DECISION_SETTLED("decision.settled"),
    MATERIAL_ADDED("material.added"),
    MATERIAL_RENAMED("material.renamed"),
    MATERIAL_ARCHIVED("material.archived"),
    MATERIAL_RESTORED("material.restored"),
    VERSION_ADDED("version.added"),
    PIN_SET("pin.set"),
    APPROVAL_ASKED("approval.asked"),
    APPROVAL_DECIDED("approval.decided"),
    /** Who was still awaited is no longer there: all others have approved it. */
    APPROVAL_SETTLED("approval.settled"),
    APPROVAL_WITHDRAWN("approval.withdrawn"),
    APPROVAL_SUPERSEDED("approval.superseded"),
    /** The client is reminded shortly before the term. */
    APPROVAL_REMINDED("approval.reminded"),
    /** The term has passed without a decision; the account is waited for to see to it. */
    APPROVAL_OVERDUE("approval.overdue"),
    /** The account has seen to it: there is a new term. */
    APPROVAL_EXTENDED("approval.extended"),
    LAUNCH_PLANNED("launch.planned"),
    LAUNCH_LAUNCHED("launch.launched"),
    LAUNCH_STOPPED("launch.stopped"),
    LAUNCH_JUDGED("launch.judged"),
    /** Who was waited for is no longer there; somebody else is waited for now. */
    TURN_PASSED("turn.passed"),
    /** Something that another product recorded and that has no kind of its own here; its wording is in the data. */
    FOREIGN("foreign");

    private static final Map<String, EventKind> BY_CODE =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(EventKind::code, Function.identity()));

    private final String code;

    EventKind(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    /** The part before the dot: what it is about ({@code card}, {@code comment} …). */
    public String subject() {
        int dot = code.indexOf('.');
        return dot < 0 ? code : code.substring(0, dot);
    }

    /** @throws IllegalArgumentException for a code that no version ever wrote */
    public static EventKind of(String code) {
        EventKind kind = BY_CODE.get(code);
        if (kind == null) {
            throw new IllegalArgumentException("no such kind of event: " + code);
        }
        return kind;
    }
}
