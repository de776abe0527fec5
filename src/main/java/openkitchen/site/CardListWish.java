package openkitchen.site;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import openkitchen.board.Face;
import openkitchen.id.LabelId;
import openkitchen.id.PersonId;
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
        String group,
        String sort) {

    public static final List<String> GROUPS = List.of("column", "person", "discipline", "due", "none");
    public static final List<String> DUES = List.of("late", "today", "week", "none");

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
                GROUPS.contains(group) ? group : "column",
                first(asked, "sort"));
    }

    private static String first(MultiValueMap<String, String> asked, String name) {
        String value = asked.getFirst(name);
        return value == null ? "" : value;
    }

    /** Whether only some cards are wanted. */
    public boolean filters() {
        return mine || !disciplines.isEmpty() || !(text + person + label + kind + due).isEmpty();
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

    /** The address of the board with the same filter. */
    public String board(String path) {
        return address(path, "column", "");
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

    boolean fits(Face face, PersonId me, ZoneId zone, LocalDate today) {
        return (disciplines.isEmpty()
                        || (face.discipline() != null
                                && disciplines.contains(face.discipline().code())))
                && (!mine || face.people().contains(me))
                && (person.isEmpty()
                        || face.people().stream().map(PersonId::toString).anyMatch(person::equals))
                && (label.isEmpty()
                        || face.labels().stream().map(LabelId::toString).anyMatch(label::equals))
                && (kind.isEmpty() || kind.equals(face.kind().code()))
                && (due.isEmpty()
                        || due.equals("week") && soon(face, zone, today)
                        || due.equals(due(face.due(), zone, today)))
                && (text.isEmpty()
                        || (face.title() + " #" + face.number())
                                .toLowerCase(Locale.ROOT)
                                .contains(text.toLowerCase(Locale.ROOT)));
    }

    private static boolean soon(Face face, ZoneId zone, LocalDate today) {
        String due = due(face.due(), zone, today);
        return due.equals("today") || due.equals("week");
    }

    /** {@code late}, {@code today}, {@code week} for the seven days after it, {@code later}, or {@code none}. */
    static String due(@Nullable Instant due, ZoneId zone, LocalDate today) {
        if (due == null) {
            return "none";
        }
        LocalDate day = LocalDate.ofInstant(due, zone);
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
