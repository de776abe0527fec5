package openkitchen.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Where bytes lie, each whole under its location. What is put there is there for good when the method returns, and is never
 * seen half-written; it may be put again over what is there.
 */
interface Shelf {

    /** What is on its way lies under this; it is not yet anybody's file. */
    String INCOMING = "incoming/";

    void put(String location, Path bytes) throws IOException;

    void put(String location, byte[] bytes) throws IOException;

    /** Puts what lies at one location at another one, too. */
    void copy(String from, String to) throws IOException;

    /** How many bytes lie there; -1 when nothing does. */
    long size(String location) throws IOException;

    /** Opens {@code length} bytes from {@code from} on; fewer when there are fewer. */
    InputStream open(String location, long from, long length) throws IOException;

    /** Gives the bytes as a file for the time of the call. It may be the only copy: it must not be changed. */
    <T> T withPath(String location, Function<Path, T> reader) throws IOException;

    void remove(String location) throws IOException;

    /** Names every location, but for what is incoming. */
    void each(Consumer<String> seen) throws IOException;
}
