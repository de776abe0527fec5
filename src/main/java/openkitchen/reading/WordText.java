package openkitchen.reading;

import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads a Word document's text in one pass: a line for each paragraph and for each row of a table, whose cells are divided
 * by tabs. What was deleted with changes tracked is left out.
 */
final class WordText {

    private final LimitedText text = new LimitedText();
    private final StringBuilder line = new StringBuilder();
    private int cells;
    private int skipped;
    private boolean inText;
    private boolean inProperties;

    private WordText() {}

    static Reading read(InputStream document) throws IOException {
        WordText word = new WordText();
        try {
            word.readAll(document);
        } catch (XMLStreamException broken) {
            throw new IOException(broken);
        }
        return new Reading.Text(word.text.toString(), Reading.Format.WORD, word.text.full());
    }

    private void readAll(InputStream document) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        XMLStreamReader xml = factory.createXMLStreamReader(document);
        boolean found = false;
        while (xml.hasNext() && !text.full()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    found |= xml.getLocalName().equals("body");
                    begin(xml.getLocalName());
                }
                case XMLStreamConstants.END_ELEMENT -> end(xml.getLocalName());
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    if (inText && skipped == 0 && line.length() < Reading.MOST_TEXT) {
                        line.append(xml.getText());
                    }
                }
                case XMLStreamConstants.DTD -> throw new XMLStreamException("a document has no DTD");
                default -> {}
            }
        }
        if (!found) {
            throw new XMLStreamException("no body");
        }
        if (!line.isEmpty()) {
            write();
        }
    }

    private void begin(String name) {
        switch (name) {
            case "t" -> inText = true;
            case "Fallback" -> skipped++;
            case "tc" -> cells++;
            case "pPr" -> inProperties = true;
            case "tab" -> append('\t');
            case "br", "cr" -> append(cells == 0 ? '\n' : ' ');
            case "noBreakHyphen" -> append('-');
            case "numPr" -> {
                if (line.isEmpty()) {
                    line.append("• ");
                }
            }
            default -> {}
        }
    }

    private void append(char letter) {
        // tabs also occur where a paragraph's tab stops are set
        if (skipped == 0 && !inProperties && !line.isEmpty()) {
            line.append(letter);
        }
    }

    private void end(String name) {
        switch (name) {
            case "t" -> inText = false;
            case "Fallback" -> skipped--;
            case "pPr" -> inProperties = false;
            case "tc" -> {
                cells--;
                while (!line.isEmpty() && line.charAt(line.length() - 1) == ' ') {
                    line.setLength(line.length() - 1);
                }
                line.append('\t');
            }
            case "tr" -> {
                if (cells == 0) {
                    trim();
                    write();
                }
            }
            case "p" -> {
                if (cells == 0) {
                    write();
                } else {
                    line.append(' ');
                }
            }
            default -> {}
        }
    }

    private void trim() {
        while (!line.isEmpty() && " \t".indexOf(line.charAt(line.length() - 1)) >= 0) {
            line.setLength(line.length() - 1);
        }
    }

    private void write() {
        char[] letters = line.append('\n').toString().toCharArray();
        text.write(letters, 0, letters.length);
        line.setLength(0);
    }
}
