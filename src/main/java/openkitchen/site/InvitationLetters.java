package openkitchen.site;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import openkitchen.people.Agency;
import openkitchen.people.Secret;
import openkitchen.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Brings an invitation's link to whom it is for: to be copied, and by mail where there is a mail server. */
@Component
class InvitationLetters {

    private final Letters letters;
    private final OwnAddress address;
    private final Agency agency;

    InvitationLetters(Letters letters, OwnAddress address, Agency agency) {
        this.letters = letters;
        this.address = address;
        this.agency = agency;
    }

    String link(Secret secret, HttpServletRequest request) {
        return address.of(request) + "/invitation/" + secret.token();
    }

    /**
     * Mails the link in the language of whoever invites, for that of the invited is not known yet.
     *
     * @param project its name; null for an invitation to the agency
     * @return whether a letter went out
     */
    boolean send(Visit visit, @Nullable String email, @Nullable String project, String link) {
        if (email == null || !email.contains("@") || !letters.sent()) {
            return false;
        }
        Words words = visit.words();
        String who = visit.who().name();
        letters.send(
                email,
                words,
                new Letters.Letter(
                        heading(words, who, project, agency.name()),
                        List.of(
                                words.say("letter.hello.plain"),
                                heading(words, who, project, agency.name()) + ".",
                                words.say(project == null ? "letter.invitation.agency" : "letter.invitation.project")),
                        words.say("letter.invitation.button"),
                        link,
                        words.say("letter.invitation.after")));
        return true;
    }

    static String heading(Words words, String who, @Nullable String project, String agency) {
        if (project != null) {
            return words.say("invitation.project", "who", who, "project", project);
        }
        return agency.isEmpty()
                ? words.say("invitation.kitchen", "who", who)
                : words.say("invitation.agency", "who", who, "agency", agency);
    }
}
