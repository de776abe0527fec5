package openkitchen.reading;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Reads one file and ends: the process in which a hostile file may do what it likes.
 *
 * <p>Wants the kind, the file, the folder to write into, and the seconds it may take.
 */
public final class ReadingMain {

    static final int DONE = 0;
    /** Also what a JVM that is told to end when its memory is used up ends with. */
    static final int TOO_LARGE = 3;

    static final int TOO_LONG = 4;
    static final int NOT_WRITTEN = 5;

    private ReadingMain() {}

    public static void main(String[] wish) {
        int code;
        try {
            watch(Long.parseLong(wish[3]));
            Path file = Path.of(wish[1]);
            Path out = Path.of(wish[2]);
            Reading reading = read(Kind.valueOf(wish[0]), file, out);
            ResultFile.write(out, new ResultFile.Result(reading, false, System.currentTimeMillis()));
            if (reading instanceof Reading.Pages(int pages, String text) && pages > 0) {
                drawFirst(file, out);
            }
            code = DONE;
        } catch (OutOfMemoryError tooLarge) {
            code = TOO_LARGE;
        } catch (IOException | NotWritten failed) {
            code = NOT_WRITTEN;
        }
        Runtime.getRuntime().halt(code);
    }

    private static void drawFirst(Path file, Path out) {
        endAfter(FirstPage.LIMIT.toSeconds(), DONE);
        try {
            FirstPage.draw(file, out);
        } catch (IOException | RuntimeException | StackOverflowError undrawable) {
            // what was read is there, and enough
        }
    }

    /** Not left behind when whoever started it is gone. */
    private static void watch(long seconds) {
        ProcessHandle.current()
                .parent()
                .ifPresent(parent ->
                        parent.onExit().thenRun(() -> Runtime.getRuntime().halt(TOO_LONG)));
        endAfter(seconds, TOO_LONG);
    }

    private static void endAfter(long seconds, int code) {
        Thread.ofPlatform().daemon().start(() -> {
            try {
                Thread.sleep(seconds * 1000);
            } catch (InterruptedException never) {
                Thread.currentThread().interrupt();
            }
            Runtime.getRuntime().halt(code);
        });
    }

    static Reading read(Kind kind, Path file, Path out) {
        try {
            return switch (kind) {
                case OFFICE -> Offices.read(file, out);
                case CSV -> Separated.read(file, new TableWriter(out));
                case PDF -> PdfText.read(file);
                case PLAIN -> PlainText.read(file, Reading.Format.PLAIN);
                case MARKDOWN -> PlainText.read(file, Reading.Format.MARKDOWN);
                case NOTHING -> new Reading.Nothing();
                case NOT_KNOWN -> new Reading.Unreadable(Reading.Why.NOT_KNOWN);
            };
        } catch (Refused refused) {
            return new Reading.Unreadable(refused.why());
        } catch (NotWritten failed) {
            throw failed;
        } catch (IOException | RuntimeException | StackOverflowError broken) {
            return new Reading.Unreadable(Reading.Why.BROKEN);
        }
    }
}
