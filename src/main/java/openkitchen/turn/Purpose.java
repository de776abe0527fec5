package openkitchen.turn;

import java.util.Arrays;
import java.util.Locale;

/** What somebody is waited for to do. */
public enum Purpose {
    /** Answer a question. */
    ANSWER,
    /** Say more about a question of their own, so that it can be answered. */
    CLARIFY,
    /** Put right what was remarked, or say why not. */
    MEND,
    /** Look whether their remark was put right, or whether they take the reason why not. */
    CONFIRM,
    /** See to it that a remark raised again is put right at last. */
    RAISED,
    /** Decide between the author of a remark and who declined it. */
    APPEAL,
    /** Say whether a decision is fine for their discipline. */
    CHECK,
    /** Decide about an objection to a decision. */
    OBJECTION,
    /** Decide for the client about versions that were put before them. */
    APPROVE,
    /** See to it that the client decides: the term has passed. */
    CHASE;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Purpose of(String code) {
        return Arrays.stream(values())
                .filter(purpose -> purpose.code().equals(code))
                .findFirst()
                .orElseThrow();
    }
}
