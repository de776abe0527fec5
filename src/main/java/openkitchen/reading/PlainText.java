package openkitchen.reading;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;

/** Reads plain text and Markdown. */
final class PlainText {

    private PlainText() {}

    static Reading read(Path file, Reading.Format format) throws IOException {
        LimitedText text = new LimitedText();
        try (Reader reader = Decoded.open(file)) {
            char[] buffer = new char[1 << 13];
            for (int read = reader.read(buffer); read >= 0 && !text.full(); read = reader.read(buffer)) {
                text.write(buffer, 0, read);
            }
        }
        return new Reading.Text(text.toString(), format, text.full());
    }
}
