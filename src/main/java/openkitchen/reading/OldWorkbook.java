package openkitchen.reading;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.poi.hssf.eventusermodel.FormatTrackingHSSFListener;
import org.apache.poi.hssf.eventusermodel.HSSFEventFactory;
import org.apache.poi.hssf.eventusermodel.HSSFListener;
import org.apache.poi.hssf.eventusermodel.HSSFRequest;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.BoolErrRecord;
import org.apache.poi.hssf.record.BoundSheetRecord;
import org.apache.poi.hssf.record.CellValueRecordInterface;
import org.apache.poi.hssf.record.DateWindow1904Record;
import org.apache.poi.hssf.record.EOFRecord;
import org.apache.poi.hssf.record.FormulaRecord;
import org.apache.poi.hssf.record.LabelRecord;
import org.apache.poi.hssf.record.LabelSSTRecord;
import org.apache.poi.hssf.record.NumberRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.SSTRecord;
import org.apache.poi.hssf.record.StringRecord;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.FormulaError;
import org.jspecify.annotations.Nullable;

/**
 * Reads the visible sheets of a workbook of Excel 97 to 2003, record by record. Some programs write cells in any order, so a sheet is
 * gathered (it has at most 65,536 rows), and written at its end.
 */
final class OldWorkbook implements HSSFListener {

    private final TableWriter table;
    private final Shown shown = new Shown();
    private final FormatTrackingHSSFListener formats = new FormatTrackingHSSFListener(this);
    private final List<BoundSheetRecord> named = new ArrayList<>();
    private @Nullable SSTRecord texts;
    private boolean from1904;
    /** A sheet may hold charts, which have records of their own. */
    private int depth;

    private int sheet = -1;
    private int written;
    private final TreeMap<Integer, List<String>> rows = new TreeMap<>();
    /** The formula whose text follows. */
    private @Nullable FormulaRecord asked;

    private OldWorkbook(TableWriter table) {
        this.table = table;
    }

    static Reading read(DirectoryNode root, TableWriter table) throws IOException {
        OldWorkbook workbook = new OldWorkbook(table);
        HSSFRequest all = new HSSFRequest();
        all.addListenerForAllRecords(workbook.formats);
        new HSSFEventFactory().processWorkbookEvents(all, root);
        return table.done();
    }

    @Override
    public void processRecord(Record record) {
        switch (record) {
            case BOFRecord begin -> begin(begin);
            case EOFRecord end -> end();
            case BoundSheetRecord name -> named.add(name);
            case DateWindow1904Record window -> from1904 = window.getWindowing() == 1;
            case SSTRecord all -> texts = all;
            default -> {
                if (depth == 1 && sheet >= 0) {
                    cell(record);
                }
            }
        }
    }

    private void begin(BOFRecord begin) {
        depth++;
        if (depth == 1 && begin.getType() != BOFRecord.TYPE_WORKBOOK) {
            sheet++;
        }
    }

    private void end() {
        depth--;
        if (depth == 0 && sheet >= 0 && visible(sheet)) {
            if (written == TableWriter.MOST_SHEETS) {
                table.cut();
            } else {
                written++;
                write(sheet < named.size() ? named.get(sheet).getSheetname() : "");
            }
        }
        if (depth == 0) {
            rows.clear();
        }
    }

    /** All of them when all are hidden. */
    private boolean visible(int at) {
        return at >= named.size() || !hidden(named.get(at)) || named.stream().allMatch(OldWorkbook::hidden);
    }

    private static boolean hidden(BoundSheetRecord named) {
        return named.isHidden() || named.isVeryHidden();
    }

    private void write(String name) {
        TableWriter.OneSheet out = table.sheet(name, false);
        for (var row : rows.entrySet()) {
            if (!out.row(row.getKey() + 1, row.getValue())) {
                break;
            }
        }
        out.done();
    }

    private void cell(Record record) {
        switch (record) {
            case LabelSSTRecord text ->
                put(
                        text,
                        Objects.requireNonNull(texts)
                                .getString(text.getSSTIndex())
                                .getString());
            case LabelRecord text -> put(text, text.getValue());
            case NumberRecord number -> put(number, number(number, number.getValue()));
            case BoolErrRecord truth ->
                put(truth, truth.isBoolean() ? truth(truth.getBooleanValue()) : error(truth.getErrorValue()));
            case FormulaRecord formula -> formula(formula);
            case StringRecord text -> {
                if (asked != null) {
                    put(asked, text.getString());
                    asked = null;
                }
            }
            default -> {}
        }
    }

    /** What it came to when it was saved. */
    private void formula(FormulaRecord formula) {
        if (formula.hasCachedResultString()) {
            asked = formula;
            return;
        }
        switch (formula.getCachedResultTypeEnum()) {
            case NUMERIC -> put(formula, number(formula, formula.getValue()));
            case BOOLEAN -> put(formula, truth(formula.getCachedBooleanValue()));
            case ERROR -> put(formula, error(formula.getCachedErrorValue()));
            default -> {}
        }
    }

    private static String truth(boolean value) {
        return value ? "TRUE" : "FALSE";
    }

    private static String error(int code) {
        return FormulaError.isValidCode(code) ? FormulaError.forInt(code).getString() : "#ERR";
    }

    private String number(CellValueRecordInterface cell, double value) {
        if (!Double.isFinite(value)) {
            return Double.toString(value);
        }
        return shown.number(new BigDecimal(Double.toString(value)), formats.getFormatString(cell), () -> date(value));
    }

    private LocalDateTime date(double value) {
        return DateUtil.getLocalDateTime(value, from1904);
    }

    private void put(CellValueRecordInterface cell, String said) {
        List<String> row = rows.computeIfAbsent(cell.getRow(), none -> new ArrayList<>());
        while (row.size() <= cell.getColumn()) {
            row.add("");
        }
        row.set(cell.getColumn(), Shown.text(said));
    }
}
