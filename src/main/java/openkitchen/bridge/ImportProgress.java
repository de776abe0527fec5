package openkitchen.bridge;

/** Hears how far an import has come. */
@FunctionalInterface
public interface ImportProgress {

    enum Step {
        READING,
        PEOPLE,
        CARDS,
        TALK,
        HISTORY
    }

    void at(Step step);
}
