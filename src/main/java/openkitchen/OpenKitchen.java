package openkitchen;

import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** One installation of Open Kitchen: it serves one agency, its clients, and the boards they share. */
@SpringBootApplication
public class OpenKitchen {

    public static void main(String[] arguments) {
        SpringApplication.run(OpenKitchen.class, arguments);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
