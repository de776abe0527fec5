package openkitchen.site;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import openkitchen.history.EventKind;

/** The parts of a card's page, each replaced by itself when it changes. */
enum CardPart {
    WHAT,
    TITLE,
    TURN,
    DESCRIPTION,
    CHECKLISTS,
    LAUNCH,
    MATERIALS,
    ATTACHMENTS,
    PEOPLE,
    DATES,
    LABELS,
    PLACE,
    AFFECTS;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The element's id in the page. */
    String id(int number) {
        return "card-" + number + "-" + code();
    }

    /** What an event of this kind changes on the card's page, beside its face and its talk. */
    static Set<CardPart> of(EventKind kind) {
        return switch (kind) {
            case CARD_TITLED -> EnumSet.of(TITLE, DESCRIPTION);
            case CARD_DESCRIBED -> EnumSet.of(DESCRIPTION, TITLE);
            case CARD_CHANGED -> EnumSet.of(WHAT, PLACE, AFFECTS, LAUNCH);
            case CARD_MOVED, CARD_ARCHIVED, CARD_RESTORED -> EnumSet.of(WHAT, PLACE);
            case CARD_DATED, CARD_DONE, CARD_UNDONE -> EnumSet.of(DATES);
            case CARD_LABELLED, CARD_UNLABELLED -> EnumSet.of(LABELS);
            case CARD_PERSON_ADDED, CARD_PERSON_REMOVED -> EnumSet.of(PEOPLE);
            case CHECKLIST_ADDED,
                    CHECKLIST_CHANGED,
                    CHECKLIST_REMOVED,
                    ITEM_ADDED,
                    ITEM_CHANGED,
                    ITEM_DONE,
                    ITEM_UNDONE,
                    ITEM_REMOVED -> EnumSet.of(CHECKLISTS);
            case COMMENT_ADDED, COMMENT_DELETED, COMMENT_TURNED -> EnumSet.of(TURN, LAUNCH);
            case REMARK_FIXED, REMARK_CONFIRMED, REMARK_RAISED, REMARK_DECLINED, REMARK_APPEALED, REMARK_SETTLED ->
                EnumSet.of(TURN, MATERIALS, LAUNCH);
            case QUESTION_ANSWERED,
                    QUESTION_ASKED_BACK,
                    QUESTION_CLARIFIED,
                    QUESTION_REOPENED,
                    QUESTION_REDIRECTED,
                    QUESTION_MERGED,
                    QUESTION_OFF_TOPIC,
                    QUESTION_BECAME_CARD,
                    DECISION_CHECKED,
                    DECISION_SETTLED,
                    TURN_PASSED -> EnumSet.of(TURN);
            case MATERIAL_ADDED, MATERIAL_RENAMED, MATERIAL_ARCHIVED, MATERIAL_RESTORED, VERSION_ADDED, PIN_SET ->
                EnumSet.of(MATERIALS, LAUNCH);
            case APPROVAL_ASKED,
                    APPROVAL_DECIDED,
                    APPROVAL_SETTLED,
                    APPROVAL_WITHDRAWN,
                    APPROVAL_SUPERSEDED,
                    APPROVAL_REMINDED,
                    APPROVAL_OVERDUE,
                    APPROVAL_EXTENDED -> EnumSet.of(TURN, MATERIALS, LAUNCH);
            case LAUNCH_PLANNED, LAUNCH_LAUNCHED, LAUNCH_STOPPED, LAUNCH_JUDGED -> EnumSet.of(LAUNCH);
            case FILE_ATTACHED, FILE_REMOVED, CARD_COVERED -> EnumSet.of(ATTACHMENTS);
            case PROJECT_CREATED,
                    PROJECT_CHANGED,
                    PROJECT_STATUS,
                    PROJECT_TEXT,
                    PROJECT_IMPORTED,
                    LINK_ADDED,
                    LINK_CHANGED,
                    LINK_REMOVED,
                    MEMBER_ADDED,
                    MEMBER_CHANGED,
                    MEMBER_REMOVED,
                    MEMBER_INVITED,
                    INVITATION_REVOKED,
                    COLUMN_ADDED,
                    COLUMN_CHANGED,
                    COLUMN_MOVED,
                    COLUMN_ARCHIVED,
                    COLUMN_RESTORED,
                    COLUMN_RANKED,
                    LABEL_ADDED,
                    LABEL_CHANGED,
                    LABEL_REMOVED,
                    FIELD_ADDED,
                    CARD_ADDED,
                    CARD_PLACED,
                    CARD_FIELD_SET,
                    CARD_DELETED,
                    CARD_COPIED,
                    CARD_LEFT,
                    CARD_CAME,
                    COMMENT_EDITED,
                    FOREIGN -> EnumSet.noneOf(CardPart.class);
        };
    }
}
