package openkitchen.bridge;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import openkitchen.board.ColumnKind;

/** Guesses from a list's name, in Russian or English, what its column is for. */
final class ColumnGuess {

    private static final Map<ColumnKind, Pattern> SIGNS = new LinkedHashMap<>();

    static {
        sign(ColumnKind.REPORTS, "отч[её]т", "report");
        sign(
                ColumnKind.WITH_CLIENT,
                "(у|от|жд[её]м) клиент",
                "клиент",
                "согласов",
                "утвержд",
                "жд[её]м",
                "ожида",
                "client",
                "customer",
                "approv",
                "waiting",
                "feedback");
        sign(
                ColumnKind.DONE,
                "готов",
                "сделан",
                "выполнен",
                "заверш",
                "закрыт",
                "опубликован",
                "запущен",
                "архив",
                "done",
                "complete",
                "finish",
                "closed",
                "released",
                "shipped",
                "deployed",
                "published",
                "live$",
                "archive");
        sign(
                ColumnKind.DOING,
                "в работе",
                "в процессе",
                "делаем",
                "делаю",
                "текущ",
                "тест",
                "проверк",
                "ревью",
                "doing",
                "in progress",
                "progress",
                "wip",
                "current",
                "develop",
                "testing",
                "review",
                "qa$",
                "active");
        sign(
                ColumnKind.PLANNED,
                "план",
                "к запуску",
                "сделать",
                "к выполнению",
                "очеред",
                "б[эе]клог",
                "на недел",
                "следующ",
                "to[ -]?do",
                "plan",
                "next",
                "backlog",
                "queue",
                "up next",
                "ready",
                "this week",
                "sprint");
        sign(
                ColumnKind.INTAKE,
                "входящ",
                "запрос",
                "заявк",
                "иде[ия]",
                "новые",
                "пожелан",
                "inbox",
                "request",
                "idea",
                "intake",
                "incoming",
                "new$",
                "wish");
        sign(
                ColumnKind.REFERENCE,
                "бриф",
                "материал",
                "инфо",
                "справ",
                "ресурс",
                "ссылки",
                "документ",
                "правила",
                "шаблон",
                "доступы",
                "о проекте",
                "brief",
                "info",
                "resource",
                "links",
                "docs",
                "document",
                "about",
                "reference",
                "template",
                "guideline",
                "how to",
                "wiki",
                "notes");
    }

    private ColumnGuess() {}

    private static void sign(ColumnKind kind, String... beginnings) {
        SIGNS.put(kind, Pattern.compile("(?<!\\p{L})(?:" + String.join("|", beginnings) + ")"));
    }

    /** What is planned is the guess for a name that says nothing. */
    static ColumnKind of(String name) {
        String small = name.toLowerCase(Locale.ROOT).strip();
        return SIGNS.entrySet().stream()
                .filter(sign -> sign.getValue().matcher(small).find())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(ColumnKind.PLANNED);
    }
}
