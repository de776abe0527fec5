package openkitchen.talk;

import java.util.Set;
import openkitchen.project.Discipline;

/** As what something is said, with what its kind needs to know. */
public sealed interface Intent {

    CommentKind kind();

    /** It waits for nobody. */
    record Message() implements Intent {
        @Override
        public CommentKind kind() {
            return CommentKind.MESSAGE;
        }
    }

    /** It waits for an answer. */
    record Question(Address to, boolean urgent) implements Intent {
        @Override
        public CommentKind kind() {
            return CommentKind.QUESTION;
        }
    }

    /** It says what is to be put right. */
    record Remark(openkitchen.talk.Remark.Weight weight) implements Intent {
        @Override
        public CommentKind kind() {
            return CommentKind.REMARK;
        }
    }

    /** It says what was settled, why (may be empty), and whom it affects. */
    record Decision(String reason, Set<Discipline> affects) implements Intent {
        @Override
        public CommentKind kind() {
            return CommentKind.DECISION;
        }
    }
}
