package openkitchen;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.modulith.core.ApplicationModules;

class FloorsTest {

    /** From the cellar to the roof: a room knows only rooms of floors below it. Rooms of one floor do not know each other. */
    private static final List<List<String>> FLOORS = List.of(
            List.of("id", "problem", "text", "start", "rounds"),
            List.of("history", "search", "store"),
            List.of("reading"),
            List.of("people"),
            List.of("window"),
            List.of("project"),
            List.of("board"),
            List.of("turn"),
            List.of("talk"),
            List.of("material"),
            List.of("desk", "insight", "notice"),
            List.of("demo"),
            List.of("bridge"),
            List.of("site", "api"));

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("openkitchen");

    @Test
    void theModulesHaveNoCyclesAndKeepTheirInsides() {
        ApplicationModules.of(OpenKitchen.class).verify();
    }

    static List<ArchRule> everyRoomKnowsOnlyRoomsBelowIt() {
        List<ArchRule> rules = new ArrayList<>();
        for (int floor = 0; floor < FLOORS.size(); floor++) {
            for (String room : FLOORS.get(floor)) {
                List<String> forbidden = FLOORS.subList(floor, FLOORS.size()).stream()
                        .flatMap(List::stream)
                        .filter(other -> !other.equals(room))
                        .map(other -> "openkitchen." + other + "..")
                        .toList();
                rules.add(ArchRuleDefinition.noClasses()
                        .that()
                        .resideInAPackage("openkitchen." + room + "..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(forbidden.toArray(String[]::new))
                        .allowEmptyShould(true)
                        .because("a room knows only rooms below it: what is above hears of events"));
            }
        }
        return rules;
    }

    @ParameterizedTest
    @MethodSource
    void everyRoomKnowsOnlyRoomsBelowIt(ArchRule rule) {
        rule.check(CLASSES);
    }

    @Test
    void theDomainKnowsNothingOfHttp() {
        ArchRuleDefinition.noClasses()
                .that()
                .resideInAnyPackage(FLOORS.subList(0, 11).stream()
                        .flatMap(List::stream)
                        .filter(room -> !room.equals("start"))
                        .map(room -> "openkitchen." + room + "..")
                        .toArray(String[]::new))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.servlet..", "org.springframework.web..", "org.springframework.http..")
                .because("pages, API and bridges are faces; a room below serves all of them")
                .check(CLASSES);
    }
}
