package openkitchen.demo;

import static openkitchen.demo.Story.all;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import openkitchen.board.Column;
import openkitchen.board.ColumnKind;
import openkitchen.demo.Days.Line;
import openkitchen.project.Discipline;
import openkitchen.project.Knowledge;
import openkitchen.project.Project;
import openkitchen.project.Projects;
import openkitchen.project.Role;
import openkitchen.project.Seat;
import openkitchen.project.Stage;
import openkitchen.project.Status;
import openkitchen.text.Language;

/** What a story tells of the project itself: how it began, who came and went, what was decided about it. */
final class ProjectPlot {

    private final Performance performance;
    private final Rooms rooms;
    private final Story story;
    private final Days days;

    ProjectPlot(Performance performance) {
        this.performance = performance;
        this.rooms = performance.rooms();
        this.story = performance.story();
        this.days = performance.days();
    }

    void write() {
        Instant begins = days.time(story.begins());
        rooms.history().at(begins, this::begin);
        performance.then(begins.plusSeconds(240), story.account(), this::mark);
        story.team().forEach(entry -> entry.forEach((who, duty) -> join(days.line(reordered(who)), duty)));
        all(story.left()).forEach(this::leave);
        all(story.stages()).stream().map(days::line).forEach(this::stage);
        all(story.status()).forEach(entry -> entry.forEach((when, reason) -> status(days.line(when), reason)));
        texts(Knowledge.Kind.STRATEGY, all(story.strategy()));
        texts(Knowledge.Kind.BUSINESS, all(story.business()));
        all(story.links()).forEach(this::link);
    }

    private void begin() {
        Seat seat = rooms.projects()
                .add(
                        performance.cast().viewer(story.account()),
                        new Projects.NewProject(
                                story.name(),
                                story.key(),
                                story.client() == null
                                        ? null
                                        : performance.cast().client(story.client()),
                                disciplines(story.services()),
                                Stage.find(story.stage()).orElseThrow()));
        performance.laid(rooms.starting().layColumns(seat, Language.of(story.language())));
    }

    static Set<Discipline> disciplines(List<String> codes) {
        return codes.stream()
                .map(code -> Discipline.find(code).orElseThrow())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Discipline.class)));
    }

    private void mark(Seat seat) {
        all(story.labels())
                .forEach(
                        (name, colour) -> performance.known(name, rooms.labels().add(seat, name, colour)));
        all(story.wip()).forEach((kind, limit) -> {
            Column column = rooms.columns()
                    .one(seat, performance.column(ColumnKind.find(kind).orElseThrow()));
            rooms.columns().change(seat, column.id(), column.name(), column.kind(), column.colour(), limit);
        });
    }

    /** Of the team it is said who, as what, and since when: the time stands last. */
    private static String reordered(String line) {
        String[] words = line.strip().split("\\s+", 3);
        return words[0] + " " + words[2] + " " + words[1];
    }

    private void join(Line line, String duty) {
        Set<Role> roles = Arrays.stream(line.one().split(","))
                .map(role -> Role.find(role).orElseThrow())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
        performance.then(
                line.at(),
                story.account(),
                seat -> rooms.team()
                        .set(seat, performance.cast().person(line.who()).id(), roles, duty));
    }

    private void leave(String who, String when) {
        performance.then(
                days.time(when),
                story.account(),
                seat -> rooms.team().remove(seat, performance.cast().person(who).id()));
    }

    private void stage(Line line) {
        performance.then(line.at(), line.who(), seat -> {
            Project project = rooms.projects().one(seat);
            Stage reached = Stage.find(line.one()).orElseThrow();
            rooms.projects().change(seat, Projects.Facts.of(project).at(reached));
        });
    }

    private void status(Line line, String reason) {
        Status status = Status.find(line.one()).orElseThrow();
        performance.then(
                line.at(), line.who(), seat -> rooms.projects().status(seat, status, performance.word(reason)));
    }

    private void texts(Knowledge.Kind kind, List<Map<String, String>> versions) {
        versions.forEach(version -> version.forEach((when, body) -> {
            Line line = days.line(when);
            performance.then(line.at(), line.who(), seat -> {
                int base = rooms.knowledge().text(seat, kind).version();
                rooms.knowledge().write(seat, kind, base, performance.word(body));
            });
        }));
    }

    private void link(Story.Link link) {
        Line line = days.line(link.at());
        performance.then(
                line.at(),
                line.who(),
                seat -> rooms.knowledge()
                        .addLink(seat, link.title(), link.url(), link.note() == null ? "" : link.note()));
    }
}
