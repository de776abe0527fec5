package openkitchen.start;

import java.nio.file.Path;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/** Which database the installation works on, and that its schema fits this build. */
@Configuration(proxyBeanMethods = false)
class DatabaseInPlace {

    /** Nobody named a PostgreSQL of theirs. */
    static class NoneNamed implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return !StringUtils.hasText(context.getEnvironment().getProperty("spring.datasource.url"));
        }
    }

    @Bean
    @Conditional(NoneNamed.class)
    EmbeddedPostgreSql embeddedPostgreSql(@Value("${openkitchen.data}") String data) {
        return EmbeddedPostgreSql.start(Path.of(data));
    }

    @Bean
    @Conditional(NoneNamed.class)
    JdbcConnectionDetails embeddedConnection(EmbeddedPostgreSql postgreSql) {
        return new JdbcConnectionDetails() {

            @Override
            public String getJdbcUrl() {
                return postgreSql.url();
            }

            @Override
            public String getUsername() {
                return postgreSql.user();
            }

            @Override
            public String getPassword() {
                return postgreSql.password();
            }
        };
    }

    @Bean
    FlywayMigrationStrategy schemaOfThisBuild() {
        return DatabaseInPlace::migrateUnlessNewer;
    }

    private static void migrateUnlessNewer(Flyway flyway) {
        for (MigrationInfo applied : flyway.info().applied()) {
            if (!applied.getState().isResolved()) {
                throw new CannotStart(
                        "The data was last used by a newer Open Kitchen (its schema has version %s): start that one."
                                .formatted(applied.getVersion()),
                        "С этими данными уже работала более новая «Общая кухня» (версия схемы %s): запустите её."
                                .formatted(applied.getVersion()));
            }
        }
        flyway.migrate();
    }
}
