package openkitchen.reading;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.SheetVisibility;

/** Reads a workbook's visible sheets, macros and all else left alone. */
final class Workbooks {

    private Workbooks() {}

    static Reading read(Path file, TableWriter table) throws IOException {
        try (ReadableWorkbook workbook = open(file)) {
            List<org.dhatim.fastexcel.reader.Sheet> all = workbook.getSheets().toList();
            List<org.dhatim.fastexcel.reader.Sheet> visible = all.stream()
                    .filter(sheet -> sheet.getVisibility() == SheetVisibility.VISIBLE)
                    .toList();
            List<org.dhatim.fastexcel.reader.Sheet> wanted = visible.isEmpty() ? all : visible;
            if (wanted.size() > TableWriter.MOST_SHEETS) {
                table.cut();
            }
            Shown shown = new Shown();
            for (org.dhatim.fastexcel.reader.Sheet sheet :
                    wanted.subList(0, Math.min(wanted.size(), TableWriter.MOST_SHEETS))) {
                read(sheet, shown, table);
            }
        }
        return table.done();
    }

    /** Some programs write workbooks without any formats. */
    private static ReadableWorkbook open(Path file) throws IOException {
        try {
            return new ReadableWorkbook(file.toFile(), new ReadingOptions(true, true));
        } catch (ExcelReaderException noFormats) {
            return new ReadableWorkbook(file.toFile(), new ReadingOptions(false, true));
        }
    }

    private static void read(org.dhatim.fastexcel.reader.Sheet sheet, Shown shown, TableWriter table)
            throws IOException {
        TableWriter.OneSheet written = table.sheet(sheet.getName() == null ? "" : sheet.getName(), false);
        try (Stream<org.dhatim.fastexcel.reader.Row> rows = sheet.openStream()) {
            int number = 0;
            Iterator<org.dhatim.fastexcel.reader.Row> each = rows.iterator();
            while (each.hasNext()) {
                org.dhatim.fastexcel.reader.Row row = each.next();
                number = Math.max(number + 1, row.getRowNum());
                if (!written.row(number, cells(row, shown))) {
                    break;
                }
            }
        }
        written.done();
    }

    private static List<String> cells(org.dhatim.fastexcel.reader.Row row, Shown shown) {
        int size = Math.min(row.getCellCount(), TableWriter.MOST_COLUMNS + 1);
        List<String> cells = new ArrayList<>(size);
        for (int column = 0; column < size; column++) {
            cells.add(shown.of(row.getCell(column)));
        }
        return cells;
    }
}
