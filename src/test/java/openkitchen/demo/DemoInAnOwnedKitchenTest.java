package openkitchen.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import openkitchen.people.Agency;
import openkitchen.people.AgencyRole;
import openkitchen.people.People;
import openkitchen.people.Person;
import openkitchen.people.SignIn;
import openkitchen.project.Projects;
import openkitchen.test.KitchenTest;
import openkitchen.text.Language;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;

@SpringBootTest(properties = "a-kitchen-of-its-own=for the demo beside an owner")
@ContextConfiguration(initializers = KitchenTest.OnATestDatabase.class)
class DemoInAnOwnedKitchenTest {

    @Autowired
    Demo demo;

    @Autowired
    People people;

    @Autowired
    Agency agency;

    @Autowired
    SignIn signIn;

    @Autowired
    Projects projects;

    @Test
    void theOwnerStaysTheOnlyOneAndSeesTheDemoWhichTakesNoNamesOrRights() {
        Person owner = signIn.setUp(
                signIn.setUpLink(),
                "Our own",
                new People.Newcomer(
                        "Vera Real",
                        "vera@agency.test",
                        AgencyRole.OWNER,
                        null,
                        "",
                        Language.EN,
                        "UTC",
                        "three-words-are-fine"));

        List<DemoPerson> cast = demo.open();

        assertThat(agency.name()).isEqualTo("Our own");
        assertThat(people.ofAgency().stream().filter(person -> person.role() == AgencyRole.OWNER))
                .extracting(Person::id)
                .containsExactly(owner.id());
        assertThat(projects.seenBy(People.viewer(owner), "")).hasSize(6);
        assertThat(projects.seenBy(People.viewer(people.one(cast.getFirst().id())), ""))
                .hasSizeLessThan(6);
    }
}
