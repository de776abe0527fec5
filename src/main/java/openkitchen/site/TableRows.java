package openkitchen.site;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import openkitchen.id.FileId;
import openkitchen.reading.Readings;
import openkitchen.reading.Row;
import openkitchen.reading.RowsWish;
import openkitchen.reading.Sheet;
import org.springframework.stereotype.Component;

/** Finds rows of a sheet by the number that the spreadsheet gives them. */
@Component
class TableRows {

    private final Readings readings;

    TableRows(Readings readings) {
        this.readings = readings;
    }

    Optional<Row> row(FileId file, int at, Sheet sheet, int number) {
        return row(file, at, index(file, at, sheet, number)).filter(row -> row.number() == number);
    }

    /** How many rows below the header come before it. */
    int index(FileId file, int at, Sheet sheet, int number) {
        int guess = number - sheet.headerRow() - 1; // right where no row is empty
        if (row(file, at, guess).filter(row -> row.number() == number).isPresent()) {
            return guess;
        }
        int low = 0;
        int high = sheet.rows();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (row(file, at, middle).filter(row -> row.number() < number).isPresent()) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private Optional<Row> row(FileId file, int at, int index) {
        if (index < 0) {
            return Optional.empty();
        }
        List<Row> rows =
                readings.rows(file, at, new RowsWish(index, 1, "", Map.of())).rows();
        return rows.stream().findFirst();
    }
}
