package openkitchen.site;

import java.util.List;
import java.util.function.Function;
import openkitchen.id.PersonId;
import openkitchen.material.Approval;
import openkitchen.people.Person;
import org.jspecify.annotations.Nullable;

/**
 * A version that was put before the client, ready to be shown.
 *
 * @param askedBy and {@code settledBy} are null where nobody knows them any more
 */
public record ApprovalView(
        Approval approval,
        @Nullable Person askedBy,
        @Nullable Person settledBy,
        List<VoiceView> voices) {

    /** What somebody decided. */
    public record VoiceView(
            Approval.Voice voice,
            @Nullable Person person,
            @Nullable Person recordedBy) {

        public String name() {
            return person == null ? "" : person.name();
        }
    }

    static ApprovalView of(Approval approval, Function<@Nullable PersonId, @Nullable Person> people) {
        return new ApprovalView(
                approval,
                people.apply(approval.askedBy()),
                people.apply(approval.settledBy()),
                approval.voices().stream()
                        .map(voice ->
                                new VoiceView(voice, people.apply(voice.person()), people.apply(voice.recordedBy())))
                        .toList());
    }

    /** The key of what its state is called. */
    public String key() {
        return "approval.state." + approval.state().code();
    }
}
