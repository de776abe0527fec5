package openkitchen.reading;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The file that says what was found. It is the last to be written: a folder without it is not finished. */
final class ResultFile {

    private static final String NAME = "result";

    private ResultFile() {}

    /**
     * @param passing whether it may come out better at another time: the machine was busy, the disk full
     * @param at when it was read, in milliseconds
     */
    record Result(Reading reading, boolean passing, long at) {}

    static void write(Path folder, Result result) throws IOException {
        try (DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(folder.resolve(NAME))))) {
            out.writeBoolean(result.passing());
            out.writeLong(result.at());
            write(result.reading(), out);
        }
    }

    static Result read(Path folder) throws IOException {
        try (DataInputStream in =
                new DataInputStream(new BufferedInputStream(Files.newInputStream(folder.resolve(NAME))))) {
            boolean passing = in.readBoolean();
            long at = in.readLong();
            return new Result(reading(in), passing, at);
        }
    }

    private static void write(Reading reading, DataOutputStream out) throws IOException {
        switch (reading) {
            case Reading.Table(List<Sheet> sheets, boolean cut, String found) -> {
                out.writeByte('t');
                out.writeInt(sheets.size());
                for (Sheet sheet : sheets) {
                    write(sheet, out);
                }
                out.writeBoolean(cut);
                write(found, out);
            }
            case Reading.Text(String text, Reading.Format format, boolean cut) -> {
                out.writeByte('x');
                write(text, out);
                out.writeByte(format.ordinal());
                out.writeBoolean(cut);
            }
            case Reading.Pages(int pages, String text) -> {
                out.writeByte('p');
                out.writeInt(pages);
                write(text, out);
            }
            case Reading.Nothing none -> out.writeByte('n');
            case Reading.Unreadable(Reading.Why why) -> {
                out.writeByte('u');
                out.writeByte(why.ordinal());
            }
        }
    }

    private static Reading reading(DataInputStream in) throws IOException {
        return switch (in.readByte()) {
            case 't' -> {
                List<Sheet> sheets = new ArrayList<>();
                for (int left = in.readInt(); left > 0; left--) {
                    sheets.add(sheet(in));
                }
                yield new Reading.Table(List.copyOf(sheets), in.readBoolean(), text(in));
            }
            case 'x' -> new Reading.Text(text(in), Reading.Format.values()[in.readByte()], in.readBoolean());
            case 'p' -> new Reading.Pages(in.readInt(), text(in));
            case 'n' -> new Reading.Nothing();
            case 'u' -> new Reading.Unreadable(Reading.Why.values()[in.readByte()]);
            default -> throw new IOException("not a result");
        };
    }

    static void write(Sheet sheet, DataOutputStream out) throws IOException {
        write(sheet.name(), out);
        out.writeInt(sheet.rows());
        out.writeInt(sheet.columns());
        out.writeInt(sheet.header().size());
        for (String name : sheet.header()) {
            write(name, out);
        }
        out.writeInt(sheet.headerRow());
        out.writeInt(sheet.widths().size());
        for (int width : sheet.widths()) {
            out.writeByte(width);
        }
    }

    static Sheet sheet(DataInputStream in) throws IOException {
        String name = text(in);
        int rows = in.readInt();
        int columns = in.readInt();
        List<String> header = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            header.add(text(in));
        }
        int headerRow = in.readInt();
        List<Integer> widths = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            widths.add((int) in.readByte());
        }
        return new Sheet(name, rows, columns, List.copyOf(header), headerRow, List.copyOf(widths));
    }

    private static void write(String text, DataOutputStream out) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String text(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }
}
