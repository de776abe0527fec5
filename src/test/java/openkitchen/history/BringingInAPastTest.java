package openkitchen.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import openkitchen.people.AgencyRole;
import openkitchen.people.People;
import openkitchen.people.Viewer;
import openkitchen.project.Projects;
import openkitchen.project.Seat;
import openkitchen.project.Stage;
import openkitchen.test.KitchenTest;
import openkitchen.text.Language;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@KitchenTest
class BringingInAPastTest {

    private static final Instant LONG_AGO = Instant.parse("2024-03-01T09:00:00Z");

    @Autowired
    History history;

    @Autowired
    Timeline timeline;

    @Autowired
    People people;

    @Autowired
    Projects projects;

    @Test
    void whatIsDoneWithinHappenedThenAndWhatIsDoneAfterwardsHappensNow() {
        Viewer viewer = People.viewer(people.one(
                people.add(new People.Newcomer("Past", null, AgencyRole.ACCOUNT, null, "", Language.EN, "UTC", null))));
        String key = "p" + UUID.randomUUID().toString().substring(0, 12);
        history.at(
                LONG_AGO,
                () -> projects.add(viewer, new Projects.NewProject("Past", key, null, Set.of(), Stage.BRIEF)));
        Seat seat = projects.seat(viewer, key);
        projects.change(seat, new Projects.Facts("Present", null, Set.of(), Stage.SETUP, 3));

        assertThat(projects.one(seat).created()).isEqualTo(LONG_AGO);
        assertThat(timeline.since(seat.project(), 0, 100, 100))
                .extracting(Event::at)
                .startsWith(LONG_AGO, LONG_AGO)
                .last()
                .satisfies(at -> assertThat(at).isAfter(Instant.now().minus(Duration.ofMinutes(5))));
    }

    @Test
    void thereIsNoFutureToBringIn() {
        assertThatThrownBy(() -> history.at(Instant.now().plusSeconds(3600), () -> {}))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void onlyTheDemoBringsInAPast() {
        ArchRuleDefinition.noClasses()
                .that()
                .resideOutsideOfPackages("openkitchen.demo..", "openkitchen.history..")
                .should()
                .callMethod(History.class, "at", Instant.class, Runnable.class)
                .because("what people do happens when they do it")
                .check(new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("openkitchen"));
    }
}
