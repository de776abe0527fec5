package openkitchen.bridge.trello;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * Makes a board's texts point to what was made of the board here: its cards, its files, its people. What is code stays as
 * it is, and so does every other character of the text.
 *
 * <p>Each function may answer null: then that place stays as it is.
 */
public final class TrelloRewriting {

    /**
     * Where a card is now.
     *
     * @param reference what stands for it in a text, in place of a bare address, such as {@code #12}; Markdown
     * @param url for links that have words of their own
     */
    public record Target(String reference, String url) {}

    /** Any address is taken whole, so that nothing inside another site's address is mistaken for ours. */
    private static final String ADDRESS =
            "(?<![\\p{L}\\p{N}_/.@-])(?<address>(?:https?://|(?:www\\.)?trello\\.com/)[^\\s<>\"|\\[\\]]++)";

    private static final String MENTION = "(?<![\\p{L}\\p{N}_@/.+\\\\-])@(?<name>(?:[A-Za-z0-9]|\\\\?_)++)"
            + "(?![\\p{L}\\p{N}_@]|[.-][\\p{L}\\p{N}])";
    private static final Pattern ADDRESS_OR_MENTION = Pattern.compile(ADDRESS + "|" + MENTION);
    /** What ends a sentence and not an address, when it comes last. */
    private static final String AFTER_ADDRESS = ".,;:!?'*_~)";

    /** Trello's own words for everybody on the card or board. */
    private static final Set<String> NOBODY = Set.of("card", "board");

    private static final int NESTING = 50;

    private static final Parser MARKDOWN = Parser.builder()
            .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
            .maxOpenBlockParsers(NESTING)
            .enabledBlockTypes(Set.of(
                    BlockQuote.class,
                    FencedCodeBlock.class,
                    Heading.class,
                    IndentedCodeBlock.class,
                    ListBlock.class,
                    ThematicBreak.class)) // raw HTML is text in Trello
            .build();

    private record Edit(int from, int to, String text) {}

    private final Map<String, TrelloCard> cards;
    private final Map<String, TrelloAttachment.Upload> uploads = new HashMap<>();
    private final Map<String, TrelloMember> members = new HashMap<>();
    private final Function<TrelloCard, @Nullable Target> card;
    private final Function<TrelloAttachment.Upload, @Nullable String> file;
    private final Function<TrelloMember, @Nullable String> mention;

    /**
     * @param card where a card of the board is now
     * @param file the address of an upload, for pictures and links
     * @param mention what to write for {@code @username}, such as another name after an @
     */
    public TrelloRewriting(
            TrelloBoard board,
            Function<TrelloCard, @Nullable Target> card,
            Function<TrelloAttachment.Upload, @Nullable String> file,
            Function<TrelloMember, @Nullable String> mention) {
        this.card = card;
        this.file = file;
        this.mention = mention;
        this.cards = board.cardsByKey();
        for (TrelloCard one : board.cards()) {
            for (TrelloAttachment attachment : one.attachments()) {
                if (attachment instanceof TrelloAttachment.Upload upload) {
                    uploads.put(upload.id(), upload);
                    uploads.put(upload.url(), upload);
                }
            }
        }
        uploads.remove("");
        for (TrelloMember member : board.members()) {
            if (member.username() != null) {
                members.putIfAbsent(member.username().toLowerCase(Locale.ROOT), member);
            }
        }
    }

    /** The Markdown with everything in it rewritten. */
    public String markdown(String text) {
        if (text.indexOf('@') < 0 && !text.contains("trello")) {
            return text;
        }
        List<Edit> edits = new ArrayList<>();
        Node node = MARKDOWN.parse(text);
        Node root = node;
        while (node != null) {
            Node inner = visit(node, text, edits) ? node.getFirstChild() : null;
            node = inner != null ? inner : after(node, root);
        }
        return applied(text, edits);
    }

    /** What stands for a card's address, null when it is not one of this board's cards. */
    public @Nullable Target card(String url) {
        String key = TrelloLink.cardKey(url);
        TrelloCard found = key == null ? null : cards.get(key);
        return found == null ? null : card.apply(found);
    }

    /** Not by recursion: how deep a text nests is its author's choice. */
    private static @Nullable Node after(Node node, Node root) {
        Node at = node;
        while (!at.equals(root) && at.getNext() == null) {
            at = at.getParent();
        }
        return at.equals(root) ? null : at.getNext();
    }

    /** Notes what is to be changed at this node; whether to look inside as well. */
    private boolean visit(Node node, String text, List<Edit> edits) {
        return switch (node) {
            case Link link -> link(link, link.getDestination(), text, edits);
            case Image image -> {
                String url = file(image.getDestination());
                if (url != null) {
                    edits.add(tail(image, url));
                }
                yield false;
            }
            case Text run -> {
                if (!(run.getPrevious() instanceof Text) && !within(run)) {
                    run(start(run), end(lastOf(run)), text, edits);
                }
                yield false;
            }
            default -> true;
        };
    }

    private boolean link(Link link, String url, String text, List<Edit> edits) {
        Target target = card(url);
        if (target == null) {
            String file = file(url);
            if (file != null) {
                edits.add(link.getFirstChild() == null ? new Edit(start(link), end(link), file) : tail(link, file));
            }
            return true;
        }
        if (bare(link, text)) {
            edits.add(new Edit(start(link), end(link), target.reference()));
            return false;
        }
        edits.add(tail(link, target.url()));
        return true;
    }

    /** Whether its words are an address themselves, or there are none. */
    private static boolean bare(Link link, String text) {
        Node first = link.getFirstChild();
        Node last = link.getLastChild();
        if (first == null || last == null) {
            return true;
        }
        String words = text.substring(start(first), end(last)).replace("\\", "").strip();
        return TrelloLink.cardKey(words) != null && words.chars().noneMatch(Character::isWhitespace);
    }

    /** From the end of its words to the end of the link: {@code ](url "title")}, {@code ][reference]}. */
    private static Edit tail(Node link, String url) {
        Node last = link.getLastChild();
        int from = last != null ? end(last) : start(link) + (link instanceof Image ? 2 : 1);
        return new Edit(from, end(link), "](" + url + ")");
    }

    private void run(int from, int to, String text, List<Edit> edits) {
        Matcher found = ADDRESS_OR_MENTION.matcher(text).region(from, to);
        found.useTransparentBounds(true);
        while (found.find()) {
            String address = found.group("address");
            if (address != null) {
                int length = address.length();
                while (length > 0 && AFTER_ADDRESS.indexOf(address.charAt(length - 1)) >= 0) {
                    length--;
                }
                String url = address.substring(0, length);
                Target target = card(url.replace("\\", ""));
                String here = target != null ? target.reference() : file(url.replace("\\", ""));
                if (here != null) {
                    edits.add(new Edit(found.start(), found.start() + url.length(), here));
                }
            } else {
                String name = found.group("name").replace("\\", "").toLowerCase(Locale.ROOT);
                TrelloMember member = NOBODY.contains(name) ? null : members.get(name);
                String here = member == null ? null : mention.apply(member);
                if (here != null) {
                    edits.add(new Edit(found.start(), found.end(), here));
                }
            }
        }
    }

    private @Nullable String file(String url) {
        String id = TrelloLink.attachmentId(url);
        TrelloAttachment.Upload upload = uploads.get(id != null ? id : url);
        return upload == null ? null : file.apply(upload);
    }

    private static boolean within(Node text) {
        for (Node at = text.getParent(); at != null; at = at.getParent()) {
            if (at instanceof Link) {
                return true;
            }
        }
        return false;
    }

    private static Node lastOf(Text run) {
        Node last = run;
        while (last.getNext() instanceof Text next && start(next) == end(last)) {
            last = next;
        }
        return last;
    }

    private static int start(Node node) {
        List<SourceSpan> spans = node.getSourceSpans();
        return spans.isEmpty() ? 0 : spans.getFirst().getInputIndex();
    }

    private static int end(Node node) {
        List<SourceSpan> spans = node.getSourceSpans();
        return spans.isEmpty()
                ? 0
                : spans.getLast().getInputIndex() + spans.getLast().getLength();
    }

    private static String applied(String text, List<Edit> edits) {
        edits.sort(Comparator.comparingInt(Edit::from));
        StringBuilder result = new StringBuilder(text.length());
        int done = 0;
        for (Edit edit : edits) {
            if (edit.from() >= done && edit.to() >= edit.from()) {
                result.append(text, done, edit.from()).append(edit.text());
                done = edit.to();
            }
        }
        return result.append(text, done, text.length()).toString();
    }
}
