package openkitchen.bridge.mail;

import java.util.List;

/**
 * A mail that came.
 *
 * @param messageId made from its content where it has none
 * @param from the bare address of its sender, in small letters; empty where there is none
 * @param to all addresses to which it was sent, as far as its head tells
 * @param automatic whether a machine sent it: an absence assistant, a bounce, a mailing list
 * @param text what its sender wrote, without quotes and signature
 */
record Arrived(
        String messageId,
        String from,
        List<String> to,
        String subject,
        boolean automatic,
        String text,
        List<Enclosed> files) {

    /** A file that came along. */
    record Enclosed(String name, byte[] bytes) {}
}
