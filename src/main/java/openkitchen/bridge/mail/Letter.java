package openkitchen.bridge.mail;

import openkitchen.id.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A mail that goes out.
 *
 * @param key what it is: the same is written once
 * @param person null for somebody who wrote to us
 * @param thread the Message-ID under which it stands with others; empty for none
 * @param replyTo empty where no replies are taken
 * @param unsubscribe the path of its one-click page; empty for none
 * @param automatic whether it answers a mail
 */
record Letter(
        String key,
        @Nullable PersonId person,
        String to,
        String thread,
        String replyTo,
        String unsubscribe,
        String subject,
        String plain,
        String html,
        boolean automatic) {}
