package openkitchen.site;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import openkitchen.id.PersonId;
import openkitchen.people.People;
import openkitchen.people.Person;
import openkitchen.people.Side;
import openkitchen.project.Mate;
import openkitchen.text.Language;
import openkitchen.text.Messages;
import openkitchen.text.Moments;
import openkitchen.text.When;
import openkitchen.text.Words;
import openkitchen.window.AnswerWindows;
import openkitchen.window.DayOff;
import openkitchen.window.Schedule;
import openkitchen.window.Span;
import org.springframework.stereotype.Component;

/** Says when people answer next, and who stands in for whoever is away: on the team's panel, beside a composer, on a turn's chip. */
@Component
public class NextAnswers {

    private final AnswerWindows windows;
    private final People people;
    private final Messages messages;
    private final Moments moments;
    private final Clock clock;

    NextAnswers(AnswerWindows windows, People people, Messages messages, Moments moments, Clock clock) {
        this.windows = windows;
        this.people = people;
        this.messages = messages;
        this.moments = moments;
        this.clock = clock;
    }

    /** Of the agency's people on a team, in the visitor's words. */
    Map<PersonId, NextAnswer> of(Visit visit, Collection<Mate> team) {
        Set<PersonId> colleagues = team.stream()
                .map(Mate::person)
                .filter(person -> person.side() == Side.AGENCY && !person.left())
                .map(Person::id)
                .collect(Collectors.toSet());
        return of(colleagues, visit.language(), visit.zone());
    }

    /** In a reader's words, in two statements, and four when somebody stands in for one of them. */
    Map<PersonId, NextAnswer> of(Collection<PersonId> whom, Language language, ZoneId zone) {
        Instant now = clock.instant();
        Map<PersonId, Schedule> schedules = windows.of(whom);
        Set<PersonId> standingIn = schedules.values().stream()
                .flatMap(schedule -> schedule.substitute(now).stream())
                .collect(Collectors.toSet());
        Reader reader = reader(
                language,
                zone,
                now,
                windows.of(standingIn),
                standingIn.isEmpty() ? Map.of() : people.these(standingIn));
        Map<PersonId, NextAnswer> answers = new LinkedHashMap<>();
        schedules.forEach((person, schedule) -> answers.put(person, reader.read(schedule)));
        return answers;
    }

    /** Who will have answered in which window: {@code Дарья ответит сегодня 17–18}. */
    String promise(String name, Span window, Language language, ZoneId zone) {
        Reader reader = reader(language, zone, clock.instant(), Map.of(), Map.of());
        return reader.words().say("window.next.promise", "name", name, "slot", reader.slot(window));
    }

    private Reader reader(
            Language language,
            ZoneId zone,
            Instant now,
            Map<PersonId, Schedule> standIns,
            Map<PersonId, Person> names) {
        return new Reader(messages.in(language), moments.at(now, language, zone), zone, now, standIns, names);
    }

    /** Who reads it and when, and who stands in for others. */
    private record Reader(
            Words words,
            When when,
            ZoneId zone,
            Instant now,
            Map<PersonId, Schedule> standIns,
            Map<PersonId, Person> names) {

        NextAnswer read(Schedule schedule) {
            boolean elsewhere = !zone.getRules()
                    .getOffset(now)
                    .equals(schedule.zone().getRules().getOffset(now));
            Optional<Span> next = schedule.next(now);
            String slot = next.map(this::slot).orElse("");
            Optional<DayOff> absence = schedule.absence(now);
            if (absence.isPresent()) {
                return new NextAnswer(NextAnswer.State.AWAY, slot, away(schedule, absence.get(), next), elsewhere);
            }
            if (next.isEmpty()) {
                return new NextAnswer(NextAnswer.State.NEVER, "", words.say("window.next.none"), elsewhere);
            }
            return new NextAnswer(
                    next.get().holds(now) ? NextAnswer.State.NOW : NextAnswer.State.LATER,
                    slot,
                    words.say("window.next.at", "slot", slot),
                    elsewhere);
        }

        String slot(Span window) {
            return window.holds(now)
                    ? words.say("window.next.now", "time", when.time(window.until()))
                    : when.slot(window.from(), window.until());
        }

        private String away(Schedule schedule, DayOff absence, Optional<Span> next) {
            Instant back = next.map(Span::from)
                    .orElseGet(() -> absence.last()
                            .plusDays(1)
                            .atStartOfDay(schedule.zone())
                            .toInstant());
            String away = words.say("window.next.away", "day", when.dayAhead(back));
            Person standIn = absence.substitute() == null ? null : names.get(absence.substitute());
            if (standIn == null) {
                return away;
            }
            Schedule theirs = standIns.get(standIn.id());
            Optional<Span> answer = theirs == null || theirs.away(now) ? Optional.empty() : theirs.next(now);
            return answer.map(window -> words.say(
                            "window.next.stands_in", "away", away, "name", standIn.name(), "slot", slot(window)))
                    .orElseGet(() -> words.say("window.next.stand_in", "away", away, "name", standIn.name()));
        }
    }
}
