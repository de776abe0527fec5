package openkitchen.desk;

import java.util.Locale;

/** Where on a desk something lies; in the order in which it is taken up. */
public enum Pile {
    /** It was promised for a time that has passed. */
    LATE,
    /** The account finds out whose it is: it was put to the team and is nobody's yet. */
    TRIAGE,
    /** For the window that is running; for whoever has no windows, everything that is not late. */
    NOW,
    /** For the next window. */
    NEXT,
    /** For a later one, or put off by who sits at the desk. */
    LATER;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
