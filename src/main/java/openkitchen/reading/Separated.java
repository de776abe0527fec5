package openkitchen.reading;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads a CSV file, whichever way its cells are separated. Its first row is the header. */
final class Separated {

    private static final List<Character> SEPARATORS = List.of(';', ',', '\t');
    private static final int SAMPLE = 1 << 15;
    private static final int SAMPLE_ROWS = 50;
    /** Excel's own way to say it, as the first line. */
    private static final Pattern SAID = Pattern.compile("sep=(.)\\R");

    private Separated() {}

    static Reading read(Path file, TableWriter table) throws IOException {
        try (BufferedReader reader = new BufferedReader(Decoded.open(file), SAMPLE)) {
            reader.mark(SAMPLE);
            String sample = sample(reader);
            reader.reset();
            Matcher said = SAID.matcher(sample);
            char separator;
            int before = 0;
            if (said.lookingAt()) {
                separator = said.group(1).charAt(0);
                before = 1;
                reader.skip(said.end());
            } else {
                separator = guess(sample);
            }
            TableWriter.OneSheet sheet = table.sheet("", true);
            try (CSVParser rows = CSVParser.parse(reader, format(separator))) {
                for (CSVRecord row : rows) {
                    if (!sheet.row((int) row.getRecordNumber() + before, cells(row))) {
                        break;
                    }
                }
            } catch (UncheckedIOException broken) {
                throw broken.getCause();
            }
            sheet.done();
        }
        return table.done();
    }

    private static String sample(Reader reader) throws IOException {
        char[] letters = new char[SAMPLE];
        int length = 0;
        for (int read = 0; read >= 0 && length < SAMPLE; length += Math.max(read, 0)) {
            read = reader.read(letters, length, SAMPLE - length);
        }
        return new String(letters, 0, length);
    }

    private static CSVFormat format(char separator) {
        return CSVFormat.DEFAULT
                .builder()
                .setDelimiter(separator)
                .setIgnoreEmptyLines(false)
                .setTrailingData(true)
                .setLenientEof(true)
                .get();
    }

    private static List<String> cells(CSVRecord row) {
        List<String> cells = new ArrayList<>(row.size());
        for (String cell : row) {
            cells.add(cell.indexOf('\r') < 0 ? cell : cell.replace("\r\n", "\n").replace('\r', '\n'));
        }
        return cells;
    }

    /** The one that divides the most rows into the same number of cells, and into the most cells. */
    private static char guess(String sample) {
        char best = ',';
        long most = 0;
        for (char separator : SEPARATORS) {
            Map<Integer, Integer> sizes = new HashMap<>();
            try (CSVParser rows = CSVParser.parse(new StringReader(sample), format(separator))) {
                for (CSVRecord row : rows) {
                    if (row.getRecordNumber() > SAMPLE_ROWS) {
                        break;
                    }
                    sizes.merge(row.size(), 1, Integer::sum);
                }
            } catch (IOException | UncheckedIOException broken) {
                continue;
            }
            for (Map.Entry<Integer, Integer> size : sizes.entrySet()) {
                long agreed = size.getKey() == 1 ? 0 : size.getValue() * 1_000L + Math.min(size.getKey(), 999);
                if (agreed > most) {
                    most = agreed;
                    best = separator;
                }
            }
        }
        return best;
    }
}
