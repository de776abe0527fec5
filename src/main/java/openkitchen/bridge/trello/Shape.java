package openkitchen.bridge.trello;

import java.util.HashMap;
import java.util.Map;
import java.util.StringTokenizer;
import org.jspecify.annotations.Nullable;

/**
 * Which keys of an object are read. Everything else is passed over by the parser and never reaches memory: what we do not
 * know, what is bulky (previews, quotas), and what is secret (a card's inbound mail address).
 *
 * <p>Written as {@code name { key key { key } }}; {@code *} stands for every other key with a plain value. Arrays are
 * not written: they have the shape of their elements.
 */
final class Shape {

    private static final Shape PLAIN = new Shape();

    private final Map<String, Shape> keys = new HashMap<>();

    static Shape of(String written) {
        Shape shape = new Shape();
        shape.read(new StringTokenizer(written, " \n{}", true));
        return shape;
    }

    /** The shape of the value under this key, null if it is to be passed over. */
    @Nullable
    Shape at(String key) {
        Shape named = keys.get(key);
        return named != null ? named : keys.get("*");
    }

    boolean plain() {
        return keys.isEmpty();
    }

    /** Whether it is of interest which keys are there, also those with null. */
    boolean open() {
        return keys.containsKey("*");
    }

    private void read(StringTokenizer tokens) {
        String last = "";
        while (tokens.hasMoreTokens()) {
            String token = tokens.nextToken();
            switch (token) {
                case " ", "\n" -> {}
                case "}" -> {
                    return;
                }
                case "{" -> {
                    Shape inner = new Shape();
                    inner.read(tokens);
                    keys.put(last, inner);
                }
                default -> {
                    last = token;
                    keys.put(token, PLAIN);
                }
            }
        }
    }

    /** A board, as far as any year's export has something to say about it. */
    static final Shape BOARD = of("""
            id _id name desc closed dateClosed shortLink shortUrl url
            idMemberCreator idBoardSource dateLastActivity idBoard idList
            prefs { background backgroundColor backgroundImage }
            labelNames { * }
            memberships { idMember memberType deactivated }
            members { id _id username fullName initials memberType nonPublic { fullName initials } }
            lists { id _id name closed pos softLimit color }
            labels { id _id name color }
            checklists { id _id name idCard pos checkItems { id _id name state pos due dueReminder idMember } }
            customFields { id _id name type pos display { cardFront } options { id _id value { text } color pos } }
            cards {
              id _id idShort shortLink shortUrl url name desc closed dateClosed idList pos
              idMembers idMembersVoted idLabels idChecklists labels { id _id name color }
              checkItemStates { idCheckItem state }
              due start dueComplete dateCompleted dueReminder dateLastActivity idMemberCreator
              idAttachmentCover cover { idAttachment color idUploadedBackground size sharedSourceUrl }
              isTemplate cardRole mirrorSourceId badges { comments votes }
              address locationName coordinates { latitude longitude }
              attachments { id _id name fileName url bytes mimeType date idMember isUpload isMalicious }
              customFieldItems { id idCustomField idValue value { text number date checked } }
              pluginData { id } stickers { id }
            }
            actions {
              id _id type date idMemberCreator
              memberCreator { id _id username fullName initials } member { id _id username fullName initials }
              data {
                text dateLastEdited idOriginalCommenter idCard idMember idMemberAdded idMemberInvited memberType value
                board { id _id name desc closed }
                card { id _id name desc idShort shortLink closed due start dueComplete dueReminder idLabels idMembers
                       cover { color idAttachment } isTemplate }
                list { id _id name closed softLimit } listBefore { id _id name } listAfter { id _id name }
                boardSource { id name } boardTarget { id name } cardSource { id _id name shortLink }
                member { id _id name } organization { name } plugin { name }
                checklist { id _id name } checkItem { id _id name state } attachment { id _id name url }
                label { id _id name color }
                customField { id _id name type } customFieldItem { idValue value { text number date checked } }
                old { * value { text number date checked } }
              }
            }
            """);
}
