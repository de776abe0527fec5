package openkitchen.people;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.util.ArrayList;
import java.util.List;
import openkitchen.problem.Faults;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.bcrypt.BCrypt;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** Judges, hashes and compares passwords. */
@Component
public class Passwords {

    static final int SHORTEST = 8;
    /** bcrypt reads no further than 72 bytes. */
    static final int LONGEST_BYTES = 72;

    private static final int STRONG_ENOUGH = 2;

    private final PasswordEncoder encoder = PasswordEncoderFactories.createDelegatingPasswordEncoder();
    // both take a while to make, which a start shall not wait for
    private final SingletonSupplier<Zxcvbn> judge = SingletonSupplier.of(Zxcvbn::new);
    private final SingletonSupplier<String> nobody = SingletonSupplier.of(() -> hash(BCrypt.gensalt()));

    void check(Faults faults, String password, String name, @Nullable String email) {
        if (password.length() < SHORTEST) {
            faults.add("password", "error.password_short");
        } else if (password.getBytes(java.nio.charset.StandardCharsets.UTF_8).length > LONGEST_BYTES) {
            faults.add("password", "error.password_long");
        } else if (strength(password, name, email) < STRONG_ENOUGH) {
            faults.add("password", "error.password_weak");
        }
    }

    /** From 0 (guessed at once) to 4 (very hard to guess), by the zxcvbn estimate; 2 is enough. */
    public int strength(String password, String name, @Nullable String email) {
        List<String> own =
                new ArrayList<>(List.of(name.toLowerCase(java.util.Locale.ROOT).split("\\s+")));
        if (email != null) {
            own.addAll(List.of(email.split("[@.]")));
        }
        String judged = password.length() > 100 ? password.substring(0, 100) : password;
        return judge.obtain().measure(judged, own).getScore();
    }

    String hash(String password) {
        return encoder.encode(password);
    }

    boolean match(String password, String hash) {
        return encoder.matches(password, hash);
    }

    /** Takes as long as a comparison, so that an unknown address does not answer faster than a known one. */
    void matchNobody(String password) {
        encoder.matches(password, nobody.obtain());
    }
}
