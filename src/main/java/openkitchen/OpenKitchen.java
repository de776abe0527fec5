package openkitchen;

import java.time.Clock;
import java.util.Arrays;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.annotation.Bean;

/** One installation of Open Kitchen: it serves one agency, its clients, and the boards they share. */
@SpringBootApplication(exclude = UserDetailsServiceAutoConfiguration.class)
public class OpenKitchen {

    public static void main(String[] arguments) {
        SpringApplication.run(
                OpenKitchen.class,
                Arrays.stream(arguments).map(OpenKitchen::spelledOut).toArray(String[]::new));
    }

    private static String spelledOut(String argument) {
        return argument.replaceFirst("^--data=", "--openkitchen.data=")
                .replaceFirst("^--port=", "--server.port=")
                .replaceFirst("^--demo$", "--openkitchen.demo=true");
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
