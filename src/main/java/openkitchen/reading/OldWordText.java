package openkitchen.reading;

import java.io.IOException;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.usermodel.CharacterRun;
import org.apache.poi.hwpf.usermodel.Paragraph;
import org.apache.poi.hwpf.usermodel.Range;
import org.apache.poi.poifs.filesystem.DirectoryNode;

/**
 * Reads the text of a document of Word 97 to 2003 as {@link WordText} does: a line for each paragraph and for each row of a table,
 * whose cells are divided by tabs. What was deleted with changes tracked is left out.
 */
final class OldWordText {

    private static final char CELL = '\u0007';

    private final LimitedText text = new LimitedText();
    private final StringBuilder line = new StringBuilder();

    private OldWordText() {}

    static Reading read(DirectoryNode root) throws IOException {
        OldWordText word = new OldWordText();
        try (HWPFDocument document = new HWPFDocument(root)) {
            Range all = document.getRange();
            for (int i = 0; i < all.numParagraphs() && !word.text.full(); i++) {
                word.read(all.getParagraph(i));
            }
        }
        return new Reading.Text(word.text.toString(), Reading.Format.WORD, word.text.full());
    }

    private void read(Paragraph paragraph) {
        String said = said(paragraph);
        if (!paragraph.isInTable()) {
            line.append(paragraph.isInList() && !said.isBlank() ? "• " : "").append(clean(said));
            write();
        } else if (paragraph.isTableRowEnd()) {
            line.setLength(line.toString().stripTrailing().length());
            write();
        } else {
            line.append(clean(said).strip()).append(said.indexOf(CELL) < 0 ? ' ' : '\t');
        }
    }

    private static String said(Paragraph paragraph) {
        StringBuilder said = new StringBuilder();
        for (int i = 0; i < paragraph.numCharacterRuns(); i++) {
            CharacterRun run = paragraph.getCharacterRun(i);
            if (!run.isMarkedDeleted()) {
                said.append(run.text());
            }
        }
        return Range.stripFields(said.toString());
    }

    /** Without the characters by which such a document is held together. */
    private static String clean(String said) {
        StringBuilder clean = new StringBuilder(said.length());
        for (char letter : said.toCharArray()) {
            switch (letter) {
                case '\u000b' -> clean.append('\n');
                case '\u001e' -> clean.append('-');
                case '\t' -> clean.append(letter);
                default -> {
                    if (letter >= ' ' && letter != '\u00ad') {
                        clean.append(letter);
                    }
                }
            }
        }
        return clean.toString();
    }

    private void write() {
        char[] letters = line.append('\n').toString().toCharArray();
        text.write(letters, 0, letters.length);
        line.setLength(0);
    }
}
