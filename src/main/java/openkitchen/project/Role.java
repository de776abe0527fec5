package openkitchen.project;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import openkitchen.people.Side;

/** What a person is on one project: the account, one or more disciplines, or one of the client's two roles. */
public enum Role {
    ACCOUNT(Side.AGENCY),
    SEO(Side.AGENCY),
    PPC(Side.AGENCY),
    SOCIAL(Side.AGENCY),
    DEVELOPMENT(Side.AGENCY),
    DESIGN(Side.AGENCY),
    ANALYTICS(Side.AGENCY),
    COPYWRITING(Side.AGENCY),
    /** Decides, pays, approves. */
    LEAD(Side.CLIENT),
    /** Asks, remarks, attaches. */
    MEMBER(Side.CLIENT);

    private final Side side;

    Role(Side side) {
        this.side = side;
    }

    public Side side() {
        return side;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Role> find(String code) {
        return Arrays.stream(values()).filter(role -> role.code().equals(code)).findFirst();
    }
}
