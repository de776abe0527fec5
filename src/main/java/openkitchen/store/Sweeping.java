package openkitchen.store;

import java.time.Duration;
import java.util.List;
import openkitchen.rounds.Rounds;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Sweeps what uploads left behind, again and again. Nodes do not disturb each other. */
@Component
class Sweeping extends Rounds {

    private static final Duration FIRST = Duration.ofMinutes(1);
    private static final Duration EVERY = Duration.ofMinutes(15);

    private final Uploads uploads;

    Sweeping(Uploads uploads, @Value("${openkitchen.rounds:true}") boolean byItself) {
        super(byItself);
        this.uploads = uploads;
    }

    @Override
    protected List<Round> rounds() {
        return List.of(new Round("uploads", "uploads could not be swept", FIRST, EVERY, uploads::sweep));
    }
}
