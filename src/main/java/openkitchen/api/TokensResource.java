package openkitchen.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import openkitchen.people.ApiTokens;
import openkitchen.people.Person;
import openkitchen.people.SignIn;
import openkitchen.problem.Faults;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/tokens")
@Tag(name = "Tokens", description = "What programs sign in with.")
class TokensResource {

    private static final int LONGEST_DAYS = 3650;

    private final SignIn signIn;
    private final ApiTokens tokens;
    private final Clock clock;

    TokensResource(SignIn signIn, ApiTokens tokens, Clock clock) {
        this.signIn = signIn;
        this.tokens = tokens;
        this.clock = clock;
    }

    @Schema(name = "NewToken")
    record NewToken(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String email,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, format = "password") @Nullable
            String password,

            @Schema(description = "What it is for, to know it again in the list.", defaultValue = "API") @Nullable
            String name,

            @Schema(
                    description =
                            "What it may be used for: `read`, `write`, and `admin` for managing projects, teams, clients "
                                    + "and invitations. Left out: all three; what its person may not do, it may not either.",
                    allowableValues = {"read", "write", "admin"})
            @Nullable
            List<String> scopes,

            @Schema(description = "How many days it holds, 1 to 3650. Left out: until it is revoked.") @Nullable
            Integer days) {}

    @Schema(name = "MadeToken")
    record MadeToken(
            long id,

            @Schema(description = "The token itself. It is shown only this once.", example = "ok_…")
            String token,

            String name,
            List<String> scopes,
            @Nullable Instant expires) {}

    @Schema(name = "Token")
    record TokenView(
            long id,
            String name,
            List<String> scopes,
            Instant created,
            @Nullable Instant expires,

            @Schema(description = "When it was used last, to five minutes.") @Nullable
            Instant used) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @SecurityRequirements
    @Operation(
            operationId = "makeToken",
            summary = "Make a token",
            description =
                    "Takes the email and password of a person and needs no token itself. After ten wrong tries within "
                            + "fifteen minutes it answers 429.")
    MadeToken make(@RequestBody NewToken wanted, HttpServletRequest request) {
        new Faults()
                .text("email", Input.line(wanted.email()), 254)
                .unless(!Input.text(wanted.password()).isEmpty(), "password", "error.required")
                .optional("password", Input.text(wanted.password()), 1000)
                .unless(
                        wanted.days() == null || (wanted.days() > 0 && wanted.days() <= LONGEST_DAYS),
                        "days",
                        "api.days")
                .stop();
        Person person =
                signIn.byPassword(Input.line(wanted.email()), Input.text(wanted.password()), request.getRemoteAddr());
        Duration life = wanted.days() == null ? null : Duration.ofDays(wanted.days());
        String name = wanted.name() == null ? "API" : wanted.name();
        List<String> scopes = wanted.scopes() == null ? ApiTokens.SCOPES : Input.texts("scopes", wanted.scopes());
        ApiTokens.Made made = tokens.make(person.id(), name, scopes, life);
        return new MadeToken(
                made.id(),
                made.token(),
                name.strip(),
                scopes,
                life == null ? null : clock.instant().plus(life));
    }

    @GetMapping
    @Operation(operationId = "listTokens", summary = "List one's own tokens")
    ResponseEntity<Page<TokenView>> list(Asking asking) {
        return asking.answer(Page.whole(tokens.of(asking.viewer().person()).stream()
                .map(token -> new TokenView(
                        token.id(), token.name(), token.scopes(), token.since(), token.expires(), token.used()))
                .toList()));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "revokeToken", summary = "Revoke one of one's own tokens, at once")
    void revoke(Asking asking, @PathVariable long id) {
        tokens.revoke(asking.viewer().person(), id);
    }
}
