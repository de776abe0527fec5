package openkitchen.site;

import java.io.Serial;

/** A page that needs somebody who is signed in. */
final class SignInNeeded extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    SignInNeeded() {
        super("sign-in needed", null, false, false);
    }
}
