package openkitchen.test;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** To be imported by a test whose kitchen goes by {@link Hands}. */
@TestConfiguration
public class TurnedByHand {

    @Bean
    @Primary
    Hands hands() {
        return new Hands();
    }
}
