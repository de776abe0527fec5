package openkitchen.site;

import java.util.List;
import openkitchen.people.Side;
import openkitchen.text.Language;

/** An invented agency to look around in. Where there is none, it is not offered. */
public interface DemoOffer {

    /** Fills this installation with it; false when it is there already. */
    boolean open();

    /** Whom one may sign in as; empty until it is open. */
    List<Guest> people();

    /**
     * One of its people.
     *
     * @param placeRu what they are and where, in Russian
     * @param placeEn the same in English
     */
    record Guest(String name, String email, String password, String placeRu, String placeEn, Side side) {

        public String place(Language language) {
            return switch (language) {
                case RU -> placeRu;
                case EN -> placeEn;
            };
        }
    }
}
