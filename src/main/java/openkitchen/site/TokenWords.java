package openkitchen.site;

import java.util.stream.Collectors;
import openkitchen.people.ApiTokens.ApiToken;

/** What a token may do, in words. */
public final class TokenWords {

    private TokenWords() {}

    public static String scopes(Visit visit, ApiToken token) {
        return token.scopes().stream()
                .map(scope -> visit.say("me.tokens.can." + scope))
                .collect(Collectors.joining(", "));
    }
}
