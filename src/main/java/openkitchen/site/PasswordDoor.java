package openkitchen.site;

import java.util.Map;
import openkitchen.people.Passwords;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Says how good a password would be, while it is being thought up. */
@Controller
class PasswordDoor {

    private final Passwords passwords;

    PasswordDoor(Passwords passwords) {
        this.passwords = passwords;
    }

    @PostMapping("/password-strength")
    ResponseEntity<String> strength(Visit visit, @RequestParam(defaultValue = "") String password) {
        int score = passwords.strength(password, "", null);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header("Cache-Control", "no-store")
                .body(PageWords.inPage(Map.of("score", score, "say", visit.say("password.strength." + score))));
    }
}
