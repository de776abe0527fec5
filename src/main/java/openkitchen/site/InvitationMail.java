package openkitchen.site;

import openkitchen.text.Language;

/** Sends invitations by mail, where this installation can send any. */
public interface InvitationMail {

    /**
     * An invitation to be sent.
     *
     * @param name of the invited, may be empty
     * @param project its name
     * @param from the name of whoever invites
     * @param link the whole address that leads in
     */
    record Letter(String email, String name, String project, String from, String link, Language language) {}

    /** @return whether it is on its way; false when this installation sends no mail */
    boolean send(Letter letter);
}
