package openkitchen.store;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;

/** How a large file comes in, piece by piece. What was acknowledged in its row outlives {@code kill -9}. */
interface Intake {

    /** What became of a piece. */
    enum Outcome {
        /** All that came of it was taken; that may be less than was sent. */
        TAKEN,
        /** It does not begin where the upload has got to. */
        WRONG_OFFSET,
        /** Another request is writing to the same upload. */
        BUSY
    }

    /** Takes in what comes, at most what the upload still lacks, and notes in its row what is safe. */
    Outcome receive(String token, long offset, InputStream body) throws IOException;

    /** Makes the whole readable on the shelf at {@code incoming/token}; may be asked again. */
    void assemble(UploadRows.Row upload) throws IOException;

    /** Throws away all that came. Nothing is done while another request is writing to it, then false. */
    boolean drop(UploadRows.Row upload) throws IOException;

    /** Throws away what no row names and nobody has touched since. */
    void sweep(Instant before, List<String> named) throws IOException;
}
