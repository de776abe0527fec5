package openkitchen.reading;

/** The disk did not take what was read: no fault of the file. */
final class NotWritten extends RuntimeException {

    NotWritten(Throwable cause) {
        super(cause);
    }
}
