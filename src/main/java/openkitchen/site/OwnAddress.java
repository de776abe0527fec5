package openkitchen.site;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Under which address people reach this installation, for links that leave it. */
@Component
class OwnAddress {

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

    private final String configured;

    OwnAddress(@Value("${openkitchen.url:}") String configured) {
        this.configured = configured.strip().replaceAll("/+$", "");
    }

    /** As configured, else as the browser of whoever asks knows it. */
    String of(HttpServletRequest request) {
        return configured.isEmpty() ? asked(request) : configured;
    }

    /**
     * For a letter that anybody can have sent to anybody: a stranger could ask under a host name of their own, and the
     * letter would lead there. So it is the configured address, or this very machine; empty when neither.
     */
    Optional<String> sure(HttpServletRequest request) {
        if (!configured.isEmpty()) {
            return Optional.of(configured);
        }
        return THIS_MACHINE.contains(request.getServerName()) ? Optional.of(asked(request)) : Optional.empty();
    }

    /** For the console. */
    String onPort(String port) {
        return configured.isEmpty() ? "http://localhost:" + port : configured;
    }

    private static String asked(HttpServletRequest request) {
        return ServletUriComponentsBuilder.fromRequestUri(request)
                .replacePath(null)
                .build()
                .toUriString();
    }
}
