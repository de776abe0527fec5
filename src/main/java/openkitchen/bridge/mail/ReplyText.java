package openkitchen.bridge.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What somebody wrote themselves in a reply: without the letter that it answers, as Gmail, Outlook, Apple Mail, Yandex and Mail.ru
 * quote it in Russian and English, and without their signature. What was written between quoted lines is kept.
 */
final class ReplyText {

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    private static final String DAYS =
            "(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*|(?:пн|вт|ср|чт|пт|сб|вс)\\.?|понедельник|вторник|среда|четверг|пятница|суббота|воскресенье";

    /** How a line begins that says who wrote when. */
    private static final Pattern ATTRIBUTION_BEGINS =
            Pattern.compile("^\\s*(?:on\\b|в\\s|(?:" + DAYS + ")[\\s,]|\\d{1,2}[./\\s-]|\\d{4}-\\d{2}).*", FLAGS);

    /** What it holds up to its end, which may be two lines below. */
    private static final Pattern ATTRIBUTION = Pattern.compile(
            ".*\\d{1,2}[:.]\\d{2}.*(?:<[^<>\\s]+@[^<>\\s]+>|[\\w.+-]+@[\\w-]+\\.[\\w.-]+).{0,40}:\\s*$|"
                    + ".*\\d.*(?:wrote|writes|написал|написала|написал\\(а\\)|пишет)\\s*:\\s*$",
            FLAGS);

    private static final Pattern DIVIDER = Pattern.compile(
            "^\\s*(?:_{10,}|-{2,}\\s*(?:original message|исходное сообщение|original-nachricht|forwarded message|пересылаемое сообщение|"
                    + "пересланное сообщение|reply message|конец переадресованного сообщения)\\s*-{2,}|begin forwarded message:|"
                    + "начало переадресованного сообщения:)\\s*$",
            FLAGS);

    private static final Pattern FROM = Pattern.compile("^\\s*\\**(?:from|от|от кого)\\s*:\\**\\s*.+", FLAGS);

    private static final Pattern HEADER =
            Pattern.compile("^\\s*\\**(?:sent|date|to|subject|отправлено|дата|кому|тема)\\s*:\\**.*", FLAGS);

    private static final Pattern SIGNATURE = Pattern.compile("^\\s*(?:--|—|–)\\s*$");

    private static final Pattern DEVICE = Pattern.compile(
            "^\\s*(?:sent from my .{2,40}|sent from (?:mail|yahoo|outlook|proton|yandex|samsung).{0,60}|sent via .{2,40}|"
                    + "get outlook for .{2,60}|sent with .{2,40}|отправлено (?:с|из|через) .{2,60}|"
                    + "отправлено с помощью .{2,40})\\s*$",
            FLAGS);

    private static final Pattern FAREWELL = Pattern.compile(
            "^\\s*(?:с уважением|с наилучшими пожеланиями|всего доброго|с благодарностью|best regards|kind regards|regards|"
                    + "best wishes|all the best|sincerely|yours sincerely|warm regards|cheers|best)\\s*[,.!]?(?:\\s+[\\p{L} .]{2,40})?\\s*$",
            FLAGS);

    /** A farewell with more below it was none. */
    private static final int SIGNATURE_LINES = 8;

    private static final Set<String> NOT_THAT = Set.of(
            "не то",
            "это не то",
            "совсем не то",
            "вообще не то",
            "не то что я спрашивал",
            "не то что я спрашивала",
            "это не то что я спрашивал",
            "это не то что я спрашивала",
            "не об этом",
            "не про это",
            "не о том",
            "ответ не о том",
            "я не об этом",
            "я не про это",
            "вопрос был не об этом",
            "вопрос был о другом",
            "вопрос не об этом",
            "я спрашивал не об этом",
            "я спрашивала не об этом",
            "я спрашивал о другом",
            "я спрашивала о другом",
            "это не ответ",
            "это не ответ на мой вопрос",
            "not what i asked",
            "not what i was asking",
            "not what i meant",
            "thats not what i asked",
            "that is not what i asked",
            "this is not what i asked",
            "it is not what i asked",
            "its not what i asked",
            "that was not what i asked",
            "i asked something else",
            "that is not my question",
            "thats not my question",
            "not my question");

    private ReplyText() {}

    static String of(String mail) {
        List<String> lines = mail.replace("\r\n", "\n")
                .replace('\r', '\n')
                .replace('\u00a0', ' ')
                .replace("\u200b", "")
                .lines()
                .toList();
        for (int i = 0; i < lines.size(); i++) {
            int after = quoteBegins(lines, i);
            if (after > 0) {
                return whole(lines.subList(0, i), lines.subList(after, lines.size()));
            }
        }
        return signed(unquoted(lines));
    }

    /** Where what is quoted goes on when its head stands in this line; 0 when it does not. */
    private static int quoteBegins(List<String> lines, int i) {
        String line = lines.get(i);
        if (DIVIDER.matcher(line).matches()) {
            return lines.size();
        }
        if (FROM.matcher(line).matches() && headers(lines, i + 1) >= 2) {
            return lines.size();
        }
        String bare = line.replaceFirst("^[>\\s]+", "");
        if (!ATTRIBUTION_BEGINS.matcher(bare).matches()) {
            return 0;
        }
        StringBuilder joined = new StringBuilder();
        for (int next = i; next < Math.min(i + 3, lines.size()); next++) {
            joined.append(lines.get(next).replaceFirst("^[>\\s]+", "").strip()).append(' ');
            if (ATTRIBUTION.matcher(joined).matches()) {
                return next + 1;
            }
        }
        return 0;
    }

    private static int headers(List<String> lines, int from) {
        int headers = 0;
        for (int i = from; i < Math.min(from + 5, lines.size()); i++) {
            headers += HEADER.matcher(lines.get(i)).matches() ? 1 : 0;
        }
        return headers;
    }

    /** What stands above the quote; and what was written below it or between its lines, where it is marked as one. */
    private static String whole(List<String> above, List<String> below) {
        String before = signed(unquoted(above));
        boolean marked = below.stream().anyMatch(ReplyText::quoted);
        String between = marked ? signed(unquoted(below)) : "";
        return before.isEmpty() || between.isEmpty() ? before + between : before + "\n\n" + between;
    }

    private static List<String> unquoted(List<String> lines) {
        return lines.stream().filter(line -> !quoted(line)).toList();
    }

    private static boolean quoted(String line) {
        return line.stripLeading().startsWith(">");
    }

    private static String signed(List<String> lines) {
        List<String> kept = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            boolean ends =
                    SIGNATURE.matcher(line).matches() || DEVICE.matcher(line).matches();
            boolean farewell = FAREWELL.matcher(line).matches()
                    && lines.subList(i, lines.size()).stream()
                                    .filter(each -> !each.isBlank())
                                    .count()
                            <= SIGNATURE_LINES
                    && kept.stream().anyMatch(each -> !each.isBlank());
            if (ends || farewell) {
                break;
            }
            kept.add(line.stripTrailing());
        }
        return String.join("\n", kept).replaceAll("\n{3,}", "\n\n").strip();
    }

    /** Whether the reply begins with saying that an answer was not what was asked. */
    static boolean notWhatWasAsked(String text) {
        String line = text.strip()
                .lines()
                .findFirst()
                .orElse("")
                .toLowerCase(Locale.ROOT)
                .replace('ё', 'е');
        if (line.matches("(?:это )?не то,? чтобы.*")) {
            return false;
        }
        String plain =
                line.replaceAll("['’`«»\"*_]", "").replaceAll("\\s+", " ").strip();
        String begin = plain.replaceAll("[.,!?:;—–(-].*$", "").strip();
        String sentence = plain.replaceAll("[.!?:;—–(].*$", "").replace(",", "").strip();
        return NOT_THAT.contains(begin) || NOT_THAT.contains(sentence);
    }
}
