package openkitchen.notice;

import java.util.Arrays;
import java.util.Locale;
import openkitchen.turn.Purpose;

/** Why somebody is told. Who is told for several reasons is told for the first of them. */
public enum Reason {
    /** Something urgent is asked: of them, or of somebody in their project. */
    URGENT(Topic.URGENT),
    /** A remark was raised again. */
    RAISED(Topic.WAITS),
    /** The author of a remark does not take the reason why not. */
    APPEALED(Topic.WAITS),
    /** Somebody objects to a decision. */
    OBJECTED(Topic.WAITS),
    /** They are asked. */
    ASKED(Topic.WAITS),
    /** They have to say more about what they asked. */
    ASKED_BACK(Topic.WAITS),
    /** Their answer was not what was asked. */
    REOPENED(Topic.WAITS),
    /** The asker said more. */
    CLARIFIED(Topic.WAITS),
    /** Versions were put before them: they decide for the client. */
    APPROVE(Topic.WAITS),
    /** The term for deciding is near. */
    REMINDED(Topic.WAITS),
    /** The client has not decided in time. */
    CHASE(Topic.WAITS),
    /** Something is to be put right. */
    REMARKED(Topic.WAITS),
    /** A decision affects their discipline. */
    CHECK(Topic.WAITS),
    /** Their remark was put right, it is said. */
    FIXED(Topic.REPLIES),
    /** Their remark will not be done. */
    DECLINED(Topic.REPLIES),
    ANSWERED(Topic.REPLIES),
    REDIRECTED(Topic.REPLIES),
    MERGED(Topic.REPLIES),
    OFF_TOPIC(Topic.REPLIES),
    BECAME_CARD(Topic.REPLIES),
    /** The author of a remark says that it is put right. */
    CONFIRMED(Topic.REPLIES),
    /** The account decided about their remark. */
    SETTLED(Topic.REPLIES),
    /** Their decision is fine for a discipline that it affects, or not. */
    CHECKED(Topic.REPLIES),
    /** What they objected to was settled. */
    DECISION_SETTLED(Topic.REPLIES),
    /** What they put before the client is approved. */
    APPROVED(Topic.REPLIES),
    /** One decision maker approves what they put before the client; others are still to decide. */
    APPROVED_SO_FAR(Topic.REPLIES),
    /** Who had not decided is no decision maker any more, and all the others approve. */
    APPROVED_BY_THE_REST(Topic.REPLIES),
    /** The client wants it otherwise. */
    CHANGES(Topic.REPLIES),
    /** Somebody wrote down what they decided elsewhere. */
    DECIDED_ELSEWHERE(Topic.REPLIES),
    /** They need not decide any more: there is a newer version, or it was taken back. */
    APPROVAL_GONE(Topic.REPLIES),
    MENTIONED(Topic.MENTIONS),
    /** Somebody answered what they said. */
    REPLIED(Topic.REPLIES),
    /** They are responsible for a card from now on. */
    ASSIGNED(Topic.CARDS),
    COMMENTED(Topic.CARDS);

    private final Topic topic;

    Reason(Topic topic) {
        this.topic = topic;
    }

    public Topic topic() {
        return topic;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Why somebody is told that they are waited for. */
    public static Reason of(Purpose purpose) {
        return switch (purpose) {
            case ANSWER -> ASKED;
            case CLARIFY -> ASKED_BACK;
            case MEND -> REMARKED;
            case CONFIRM -> FIXED;
            case RAISED -> RAISED;
            case APPEAL -> APPEALED;
            case CHECK -> CHECK;
            case OBJECTION -> OBJECTED;
            case APPROVE -> APPROVE;
            case CHASE -> CHASE;
        };
    }

    static Reason of(String code) {
        return Arrays.stream(values())
                .filter(reason -> reason.code().equals(code))
                .findFirst()
                .orElseThrow();
    }
}
