package openkitchen.demo;

import java.util.List;
import openkitchen.demo.Days.Line;
import openkitchen.project.Discipline;
import openkitchen.talk.Question;
import org.jspecify.annotations.Nullable;

/**
 * A line of a story's talk, taken apart as {@link TalkPlot} reads it.
 *
 * @param words what stands between the verb and the name
 */
record Cue(
        Line line,
        String verb,
        List<String> words,
        @Nullable String named,
        @Nullable String about,
        String body) {

    static Cue of(Line line, String body) {
        List<String> words =
                line.rest().stream().filter(word -> !word.startsWith("+")).toList();
        String verb = words.isEmpty() ? "says" : words.getFirst();
        String named = after(words, "as");
        String about = after(words, "of");
        int end = words.size() - (named == null && about == null ? 0 : 2);
        return new Cue(line, verb, words.isEmpty() ? List.of() : words.subList(1, end), named, about, body);
    }

    private static @Nullable String after(List<String> words, String mark) {
        int at = words.size() - 2;
        return at > 0 && words.get(at).equals(mark) ? words.get(at + 1) : null;
    }

    String word() {
        return words.getFirst();
    }

    boolean has(String word) {
        return words.contains(word);
    }

    /** Minutes that an answer took: {@code 7m}. */
    @Nullable
    Integer minutes() {
        return words.stream()
                .filter(word -> word.matches("\\d+m"))
                .map(word -> Integer.valueOf(word.substring(0, word.length() - 1)))
                .findFirst()
                .orElse(null);
    }

    Question.@Nullable Depth depth() {
        return words.stream()
                .flatMap(word -> Question.Depth.find(word).stream())
                .findFirst()
                .orElse(null);
    }

    Discipline discipline() {
        return Discipline.find(word()).orElseThrow();
    }

    /** Where a remark was put right: all after {@code in}. */
    String place() {
        return words.isEmpty() ? "" : String.join(" ", words.subList(1, words.size()));
    }
}
