package openkitchen.reading;

import java.util.Locale;
import java.util.Set;
import openkitchen.store.StoredFile;

/** How a file is to be read. */
enum Kind {
    /** A workbook or a Word document, new or old, by what is inside; also encrypted ones, which only get a reason. */
    OFFICE,
    CSV,
    PDF,
    PLAIN,
    MARKDOWN,
    NOTHING,
    NOT_KNOWN;

    private static final Set<String> TEXTS = Set.of(
            "application/json",
            "application/xml",
            "application/xhtml+xml",
            "application/javascript",
            "application/sql",
            "application/x-sh",
            "application/x-yaml");

    static Kind of(StoredFile file) {
        String type = file.contentType().toLowerCase(Locale.ROOT);
        String ending = ending(file.name());
        if (type.equals("application/pdf")) {
            return PDF;
        }
        if (type.equals("image/svg+xml")) {
            return PLAIN;
        }
        if (type.startsWith("image/") || type.startsWith("video/") || type.startsWith("audio/")) {
            return NOTHING;
        }
        if (office(type)) {
            return OFFICE;
        }
        if (type.startsWith("text/") || TEXTS.contains(type) || type.endsWith("+xml") || type.endsWith("+json")) {
            return text(type, ending);
        }
        return type.equals("application/octet-stream") || type.equals("application/zip") ? byName(ending) : NOT_KNOWN;
    }

    private static boolean office(String type) {
        return type.startsWith("application/vnd.openxmlformats-officedocument")
                || type.startsWith("application/vnd.ms-excel")
                || type.startsWith("application/vnd.ms-word")
                || type.equals("application/msword")
                || type.startsWith("application/x-tika-ooxml")
                || type.startsWith("application/x-tika-msoffice");
    }

    private static Kind text(String type, String ending) {
        if (type.equals("text/csv") || type.equals("text/tab-separated-values") || separated(ending)) {
            return CSV;
        }
        return type.contains("markdown") || markdown(ending) ? MARKDOWN : PLAIN;
    }

    private static Kind byName(String ending) {
        return switch (ending) {
            case "xlsx", "xlsm", "docx", "docm", "xls", "doc" -> OFFICE;
            case "csv", "tsv" -> CSV;
            case "md", "markdown" -> MARKDOWN;
            case "txt" -> PLAIN;
            case "pdf" -> PDF;
            default -> NOT_KNOWN;
        };
    }

    private static boolean separated(String ending) {
        return ending.equals("csv") || ending.equals("tsv");
    }

    private static boolean markdown(String ending) {
        return ending.equals("md") || ending.equals("markdown");
    }

    private static String ending(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
