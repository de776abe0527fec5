package openkitchen.material;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import openkitchen.id.ApprovalId;
import openkitchen.id.CardId;
import openkitchen.id.CommentId;
import openkitchen.id.FileId;
import openkitchen.id.MaterialId;
import openkitchen.id.PersonId;
import openkitchen.id.VersionId;
import openkitchen.project.Role;
import org.jspecify.annotations.Nullable;

/**
 * One version that was put before the client, with what they decided (`product.md` 5.5).
 *
 * @param ask what was said on the card when it was asked; one ask may put several versions before the client
 * @param version the number of the version, and {@code newest} that of the newest one
 * @param sha256 of the version, in hexadecimal
 * @param due until when the client is asked to decide; null for no term
 * @param settled when it was decided, withdrawn or superseded; null while it is open
 * @param byTeamChange whether it was settled because who had not decided is no decision maker any more
 * @param reason why it was withdrawn; mostly empty
 * @param voices who decided what, oldest first
 */
public record Approval(
        ApprovalId id,
        CommentId ask,
        CardId card,
        MaterialId material,
        String name,
        VersionId versionId,
        int version,
        int newest,
        String sha256,
        Needs needs,
        State state,
        @Nullable Instant due,
        Instant asked,
        PersonId askedBy,
        @Nullable Instant settled,
        @Nullable PersonId settledBy,
        boolean byTeamChange,
        String reason,
        List<Voice> voices) {

    /** Whose decision it takes. */
    public enum Needs {
        /** One decision maker of the client. */
        ANY,
        /** Each of them. */
        ALL;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Needs> find(String code) {
            return Arrays.stream(values())
                    .filter(needs -> needs.code().equals(code))
                    .findFirst();
        }
    }

    /** The file that shows what was decided elsewhere. @param place which of the decisions, from 0 */
    public Optional<FileId> evidence(int place) {
        return place < 0 || place >= voices.size()
                ? Optional.empty()
                : Optional.ofNullable(voices.get(place).evidenceFile());
    }

    /** How it stands. */
    public enum State {
        ASKED,
        APPROVED,
        /** Approved, with suggestions. */
        REMARKS,
        CHANGES,
        /** The team took it back. */
        WITHDRAWN,
        /** A newer version came before it was decided. */
        SUPERSEDED;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public boolean approved() {
            return this == APPROVED || this == REMARKS;
        }

        public static Optional<State> find(String code) {
            return Arrays.stream(values())
                    .filter(state -> state.code().equals(code))
                    .findFirst();
        }

        static State of(String code) {
            return find(code).orElseThrow();
        }

        static State of(Verdict verdict) {
            return switch (verdict) {
                case APPROVED -> APPROVED;
                case REMARKS -> REMARKS;
                case CHANGES -> CHANGES;
            };
        }
    }

    /** By which way a decision came. */
    public enum Way {
        PAGE,
        /** From the page to which a mail's link leads. */
        MAIL,
        API,
        /** Somewhere else: written down by the team, with evidence. */
        ELSEWHERE;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Way> find(String code) {
            return Arrays.stream(values())
                    .filter(way -> way.code().equals(code))
                    .findFirst();
        }
    }

    /**
     * What one decision maker decided.
     *
     * @param roles what the person was in the project when they decided
     * @param sha256 of what they decided about, as it was kept with the decision
     * @param at when they decided; {@code recorded} is when it was written down
     * @param recordedBy who of the team wrote down what was decided elsewhere; null when they decided here themselves
     * @param evidence in words, and a file; for what was decided elsewhere
     */
    public record Voice(
            Verdict verdict,
            PersonId person,
            Set<Role> roles,
            Way way,
            Instant at,
            String comment,
            String sha256,
            Instant recorded,
            @Nullable PersonId recordedBy,
            String evidence,
            @Nullable FileId evidenceFile) {}

    Telling.Subject subject() {
        return new Telling.Subject(card, ask, material, name, version, sha256);
    }

    public boolean open() {
        return state == State.ASKED;
    }

    /** Whether there is a newer version than the one it is about. */
    public boolean old() {
        return newest > version;
    }
}
