package openkitchen.site;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import openkitchen.board.Face;
import openkitchen.board.Wait;
import openkitchen.id.LabelId;
import openkitchen.id.PersonId;
import openkitchen.project.Seat;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which of a board's cards are wanted and in which order, as the address says it: the same fields and meanings as in the
 * board's own filter, and {@code group} and {@code sort} ({@code -due}: the other way round).
 */
public record CardListWish(
        String text,
        boolean mine,
        List<String> disciplines,
        String person,
        String label,
        String kind,
        String due,
        String turn,
        String group,
        String sort) {

    public static final List<String> GROUPS = List.of("column", "person", "discipline", "due", "none");
    public static final List<String> ORDERS = List.of("number", "title", "due", "-talk", "-changed");
    public static final List<String> DUES = List.of("late", "today", "week", "none");
    public static final List<String> TURNS = List.of("mine", "agency", "client", "late");

    static CardListWish of(MultiValueMap<String, String> asked) {
        String group = first(asked, "group");
        return new CardListWish(
                first(asked, "text").strip(),
                !first(asked, "mine").isEmpty(),
                asked.getOrDefault("discipline", List.of()),
                first(asked, "person"),
                first(asked, "label"),
                first(asked, "kind"),
                first(asked, "due"),
                first(asked, "turn"),
                GROUPS.contains(group) ? group : "column",
                sort(first(asked, "sort")));
    }

    private static String sort(String asked) {
        String by = asked.startsWith("-") ? asked.substring(1) : asked;
        return ORDERS.contains(by) || ORDERS.contains("-" + by) ? asked : "";
    }

    private static String first(MultiValueMap<String, String> asked, String name) {
        String value = asked.getFirst(name);
        return value == null ? "" : value;
    }

    /** Whether only some cards are wanted. */
    public boolean filters() {
        return mine || !disciplines.isEmpty() || !(text + person + label + kind + due + turn).isEmpty();
    }

    /** By what the cards are sorted; empty for the board's order. */
    public String by() {
        return sort.startsWith("-") ? sort.substring(1) : sort;
    }

    /** {@code ascending} or {@code descending} for the column by which is sorted, null for the others. */
    public @Nullable String sorted(String by) {
        return by().equals(by) ? (sort.startsWith("-") ? "descending" : "ascending") : null;
    }

    /** The address of the list sorted by this; by the same again: the other way round, then not at all. */
    public String sortedBy(String path, String by) {
        String next = sort.equals(by) ? "-" + by : sort.equals("-" + by) ? "" : by;
        return address(path, group, next);
    }

    /** The address of the list without the filter, grouped and sorted as it is. */
    public String all(String path) {
        return new CardListWish("", false, List.of(), "", "", "", "", "", group, sort).address(path, group, sort);
    }

    private String address(String path, String group, String sort) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        List<Object> values = new ArrayList<>();
        put(address, values, "text", text);
        put(address, values, "mine", mine ? "1" : "");
        disciplines.forEach(discipline -> put(address, values, "discipline", discipline));
        put(address, values, "person", person);
        put(address, values, "label", label);
        put(address, values, "kind", kind);
        put(address, values, "due", due);
        put(address, values, "turn", turn);
        put(address, values, "group", group.equals("column") ? "" : group);
        put(address, values, "sort", sort);
        return address.encode().buildAndExpand(values.toArray()).toUriString();
    }

    private static void put(UriComponentsBuilder address, List<Object> values, String name, String value) {
        if (!value.isEmpty()) {
            address.queryParam(name, "{value}");
            values.add(value);
        }
    }

    boolean fits(Face face, Seat seat, ZoneId zone, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, zone);
        return (disciplines.isEmpty()
                        || (face.discipline() != null
                                && disciplines.contains(face.discipline().code())))
                && (!mine || face.people().contains(seat.viewer().person()))
                && (person.isEmpty()
                        || face.people().stream().map(PersonId::toString).anyMatch(person::equals))
                && (label.isEmpty()
                        || face.labels().stream().map(LabelId::toString).anyMatch(label::equals))
                && (kind.isEmpty() || kind.equals(face.kind().code()))
                && (due.isEmpty()
                        || due.equals("week") && soon(face, zone, today)
                        || due.equals(due(face, zone, today)))
                && (turn.isEmpty() || face.waits().stream().anyMatch(wait -> turn(wait, seat, now)))
                && (text.isEmpty()
                        || (face.title() + " #" + face.number())
                                .toLowerCase(Locale.ROOT)
                                .contains(text.toLowerCase(Locale.ROOT)));
    }

    private boolean turn(Wait wait, Seat seat, Instant now) {
        return switch (turn) {
            case "mine" -> mine(wait, seat);
            case "late" -> wait.late(now);
            default -> wait.side().code().equals(turn);
        };
    }

    /** Waits for the viewer: by name, by a role of theirs, or for anybody of their side. */
    private static boolean mine(Wait wait, Seat seat) {
        String whom = wait.whom();
        return whom.equals(seat.viewer().person().toString())
                || whom.equals(seat.side().code())
                || seat.roles().stream().anyMatch(role -> role.code().equals(whom))
                || (whom.equals("owner") && seat.viewer().owner());
    }

    private static boolean soon(Face face, ZoneId zone, LocalDate today) {
        String due = due(face, zone, today);
        return due.equals("today") || due.equals("week");
    }

    /**
     * {@code late}, {@code today}, {@code week} for the seven days after it, {@code later}, {@code none}, or {@code done}: what
     * is done is never late.
     */
    static String due(Face face, ZoneId zone, LocalDate today) {
        if (face.due() == null) {
            return "none";
        }
        if (face.done() != null) {
            return "done";
        }
        LocalDate day = LocalDate.ofInstant(face.due(), zone);
        if (day.isBefore(today)) {
            return "late";
        }
        return day.equals(today) ? "today" : day.isAfter(today.plusDays(7)) ? "later" : "week";
    }

    /** The order that is wanted; cards without the value come last either way. Null for the board's order. */
    @Nullable
    Comparator<CardRow> order() {
        Comparator<CardRow> order = switch (by()) {
            case "number" -> Comparator.comparingInt(row -> row.face().number());
            case "title" -> Comparator.comparing(row -> row.face().title().toLowerCase(Locale.ROOT));
            case "due" -> Comparator.comparing(row -> row.face().due(), Comparator.nullsLast(turned()));
            case "talk" -> Comparator.comparingInt(row -> row.face().comments());
            case "changed" -> Comparator.comparing(CardRow::changed);
            default -> null;
        };
        if (order == null) {
            return null;
        }
        return sort.startsWith("-") && !by().equals("due") ? order.reversed() : order;
    }

    private Comparator<Instant> turned() {
        return sort.startsWith("-") ? Comparator.reverseOrder() : Comparator.naturalOrder();
    }
}
