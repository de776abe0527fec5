package openkitchen.reading;

import java.io.Writer;
import openkitchen.text.Clip;

/** Takes text as long as it is not too long, and the rest for nothing. All ends of lines become {@code \n}. */
final class LimitedText extends Writer {

    private final StringBuilder text = new StringBuilder();
    private boolean returned;
    private boolean full;

    @Override
    public void write(char[] letters, int from, int count) {
        for (int at = from; at < from + count && !full; at++) {
            char letter = letters[at];
            if (letter == '\r') {
                put('\n');
            } else if (letter != '\n' || !returned) {
                put(letter == 0 ? ' ' : letter);
            }
            returned = letter == '\r';
        }
    }

    private void put(char letter) {
        if (text.length() == Reading.MOST_TEXT) {
            full = true;
        } else {
            text.append(letter);
        }
    }

    boolean full() {
        return full;
    }

    @Override
    public String toString() {
        return Clip.to(text.toString(), Reading.MOST_TEXT);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
