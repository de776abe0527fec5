package openkitchen.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import openkitchen.id.FileId;
import openkitchen.material.Version;
import openkitchen.reading.Reading;
import openkitchen.reading.Readings;
import openkitchen.reading.Sheet;
import openkitchen.reading.TableDifference;
import openkitchen.reading.TextDifference;
import openkitchen.reading.TextDifference.Kind;
import org.springframework.stereotype.Component;

/** Finds how two versions differ. Does not wait until their files are read. */
@Component
class Differences {

    private static final int AROUND = 3;
    private static final int MOST_LINES = 2_000;

    private final Readings readings;

    Differences(Readings readings) {
        this.readings = readings;
    }

    /** What became what: files by their name, then by their place. */
    List<Difference.Pair> pairs(Version before, Version after) {
        if (before.kind() != Version.Kind.FILES || after.kind() != Version.Kind.FILES) {
            return List.of(new Difference.Pair(
                    0,
                    "",
                    before.files().isEmpty() ? null : before.files().getFirst(),
                    after.files().isEmpty() ? null : after.files().getFirst()));
        }
        List<Difference.Pair> pairs = new ArrayList<>();
        List<Version.File> left = new ArrayList<>(before.files());
        for (Version.File file : after.files()) {
            Version.File old = left.stream()
                    .filter(each -> each.name().equals(file.name()))
                    .findFirst()
                    .or(() -> left.stream()
                            .filter(each -> each.place() == file.place()
                                    && after.files().stream()
                                            .noneMatch(other -> other.name().equals(each.name())))
                            .findFirst())
                    .orElse(null);
            left.remove(old);
            pairs.add(new Difference.Pair(pairs.size(), file.name(), old, file));
        }
        left.forEach(old -> pairs.add(new Difference.Pair(pairs.size(), old.name(), old, null)));
        return pairs;
    }

    Difference of(Version before, Version after, Difference.Pair pair) {
        if (before.kind() != Version.Kind.FILES && before.kind() == after.kind()) {
            return words(before.body(), after.body());
        }
        Version.File old = pair.before();
        Version.File fresh = pair.after();
        if (old == null || fresh == null) {
            return new Difference.Bytes(false);
        }
        if (Previews.picture(old) && Previews.picture(fresh)) {
            return new Difference.Pictures();
        }
        if (old.sha256().equals(fresh.sha256())) {
            return new Difference.Bytes(true);
        }
        Optional<Reading> was = readings.known(old.id());
        Optional<Reading> is = readings.known(fresh.id());
        if (was.isEmpty() || is.isEmpty()) {
            readings.begin(old.id());
            readings.begin(fresh.id());
            return new Difference.Later();
        }
        if (was.get() instanceof Reading.Text a && is.get() instanceof Reading.Text b) {
            return words(a.text(), b.text());
        }
        if (was.get() instanceof Reading.Pages a && is.get() instanceof Reading.Pages b) {
            return words(a.text(), b.text());
        }
        if (was.get() instanceof Reading.Table a && is.get() instanceof Reading.Table b) {
            return tables(old.id(), a.sheets(), fresh.id(), b.sheets());
        }
        return new Difference.Bytes(false);
    }

    private static Difference words(String before, String after) {
        TextDifference whole = TextDifference.between(before, after);
        if (whole.tooLarge()) {
            return new Difference.Bytes(before.equals(after));
        }
        List<TextDifference.Line> all = whole.lines();
        List<Difference.Line> shown = new ArrayList<>();
        int passed = 0;
        for (int at = 0; at < all.size(); at++) {
            if (near(all, at)) {
                shown.add(new Difference.Line(all.get(at), passed));
                passed = 0;
            } else {
                passed++;
            }
        }
        return new Difference.Words(
                shown.subList(0, Math.min(MOST_LINES, shown.size())),
                whole.count(Kind.GONE),
                whole.count(Kind.NEW),
                whole.count(Kind.CHANGED),
                shown.size() > MOST_LINES);
    }

    private static boolean near(List<TextDifference.Line> all, int at) {
        for (int other = Math.max(0, at - AROUND); other <= Math.min(all.size() - 1, at + AROUND); other++) {
            if (all.get(other).kind() != Kind.SAME) {
                return true;
            }
        }
        return false;
    }

    /** Sheets are the same by name; of one sheet each, these are. */
    private Difference tables(FileId old, List<Sheet> before, FileId fresh, List<Sheet> after) {
        List<Difference.OfSheet> sheets = new ArrayList<>();
        boolean alone = before.size() == 1 && after.size() == 1;
        for (int at = 0; at < after.size(); at++) {
            Sheet sheet = after.get(at);
            int was = alone ? 0 : find(before, sheet.name());
            sheets.add(new Difference.OfSheet(
                    sheet.name(),
                    sheet.header(),
                    false,
                    was < 0 ? null : TableDifference.between(readings, old, was, fresh, at)));
        }
        for (Sheet sheet : before) {
            if (!alone && find(after, sheet.name()) < 0) {
                sheets.add(new Difference.OfSheet(sheet.name(), sheet.header(), true, null));
            }
        }
        return new Difference.Tables(sheets);
    }

    private static int find(List<Sheet> sheets, String name) {
        for (int at = 0; at < sheets.size(); at++) {
            if (sheets.get(at).name().equals(name)) {
                return at;
            }
        }
        return -1;
    }
}
