package openkitchen.test;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Path;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/**
 * Runs the test inside the whole kitchen, which serves on a port of its own ({@code @LocalServerPort}). All such tests
 * share one kitchen and its database: each makes its own people and projects, and none may count on being alone.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import(Kitchen.class)
@ContextConfiguration(initializers = KitchenTest.OnATestDatabase.class)
public @interface KitchenTest {

    /** Gives a context its own fresh database and data folder; for tests that need a kitchen to themselves, too. */
    class OnATestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            TestDatabase database = TestDatabase.fresh();
            String name = database.url().substring(database.url().lastIndexOf('/') + 1);
            TestPropertyValues.of(
                            "spring.datasource.url=" + database.url(),
                            "spring.datasource.username=" + database.user(),
                            "spring.datasource.password=" + database.password(),
                            "openkitchen.data=" + Path.of("target", "test-data", name))
                    .applyTo(context);
        }
    }
}
