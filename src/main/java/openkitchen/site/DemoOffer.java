package openkitchen.site;

import java.util.List;
import openkitchen.people.Side;

/** An invented agency to look around in. Where there is none, it is not offered. */
public interface DemoOffer {

    /** Fills this installation with it; false when it is there already. */
    boolean open();

    /** Whom one may sign in as; empty until it is open. */
    List<Guest> people();

    /**
     * One of its people.
     *
     * @param place what they are and where, in the words of the demo
     */
    record Guest(String name, String email, String password, String place, Side side) {}
}
