package openkitchen.reading;

/** A file is not read on, and why. */
final class Refused extends RuntimeException {

    private final Reading.Why why;

    Refused(Reading.Why why) {
        super(why.code());
        this.why = why;
    }

    Reading.Why why() {
        return why;
    }
}
