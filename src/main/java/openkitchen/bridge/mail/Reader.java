package openkitchen.bridge.mail;

import openkitchen.people.People;
import openkitchen.people.Person;
import openkitchen.people.Viewer;
import openkitchen.text.Messages;
import openkitchen.text.Moments;
import openkitchen.text.When;
import openkitchen.text.Words;

/** Who reads a letter: in their language, by their clock. */
record Reader(Person person, Viewer viewer, Words words, When when) {

    static Reader of(Person person, Messages messages, Moments moments) {
        Viewer viewer = People.viewer(person);
        return new Reader(person, viewer, messages.in(viewer.language()), moments.in(viewer.language(), viewer.zone()));
    }

    String say(String key, Object... values) {
        return words.say(key, values);
    }
}
