package openkitchen.notice;

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
        return "/unsubscribe/" + seals.link(PURPOSE, person.value() + ":" + topic.code());
    }

    /** Empty for what is no link of ours. */
    public Optional<Stop> read(String token) {
        return seals.unlink(PURPOSE, token).flatMap(said -> {
            String[] parts = said.split(":", 2);
            return Topic.find(parts[1]).map(topic -> new Stop(new PersonId(Long.parseLong(parts[0])), topic));
        });
    }

    public void stop(Stop stop) {
        wishes.want(stop.person(), stop.topic(), false);
    }
}
