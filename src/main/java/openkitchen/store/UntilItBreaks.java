package openkitchen.store;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** What somebody sends: when their connection breaks, it just ends, so that what came before counts. */
final class UntilItBreaks extends FilterInputStream {

    UntilItBreaks(InputStream sent) {
        super(sent);
    }

    @Override
    public int read() throws IOException {
        try {
            return super.read();
        } catch (IOException broken) {
            return -1;
        }
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        try {
            return super.read(buffer, offset, length);
        } catch (IOException broken) {
            return -1;
        }
    }
}
