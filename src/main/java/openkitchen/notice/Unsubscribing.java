package openkitchen.notice;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import openkitchen.id.PersonId;
import org.springframework.stereotype.Component;

/** The links by which people stop the mails of one topic without signing in. They hold for good. */
@Component
public class Unsubscribing {

    private static final String PURPOSE = "unsubscribe";

    private final Seals seals;
    private final Wishes wishes;

    Unsubscribing(Seals seals, Wishes wishes) {
        this.seals = seals;
        this.wishes = wishes;
    }

    /** Whose mails, about what. */
    public record Stop(PersonId person, Topic topic) {}

    /** The path of the page with the button. */
    public String path(PersonId person, Topic topic) {
        byte[] content = (person.value() + ":" + topic.code()).getBytes(StandardCharsets.US_ASCII);
        byte[] seal = seals.seal(PURPOSE, content);
        byte[] both = Arrays.copyOf(seal, seal.length + content.length);
        System.arraycopy(content, 0, both, seal.length, content.length);
        return "/unsubscribe/" + Base64.getUrlEncoder().withoutPadding().encodeToString(both);
    }

    /** Empty for what is no link of ours. */
    public Optional<Stop> read(String token) {
        try {
            byte[] both = Base64.getUrlDecoder().decode(token);
            if (both.length <= Seals.LENGTH) {
                return Optional.empty();
            }
            byte[] content = Arrays.copyOfRange(both, Seals.LENGTH, both.length);
            if (!seals.right(PURPOSE, content, Arrays.copyOf(both, Seals.LENGTH))) {
                return Optional.empty();
            }
            String[] parts = new String(content, StandardCharsets.US_ASCII).split(":", 2);
            return Topic.find(parts[1]).map(topic -> new Stop(new PersonId(Long.parseLong(parts[0])), topic));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    public void stop(Stop stop) {
        wishes.want(stop.person(), stop.topic(), false);
    }
}
