package openkitchen.site;

import openkitchen.material.Pin;

/**
 * A pin ready to be shown.
 *
 * @param open whether somebody has to do something about it still
 * @param where its place in words, or where it was when it has none here
 * @param name of its marker, for those who do not see it
 */
public record PinView(Pin pin, CommentView comment, boolean open, String where, String name) {

    public String side() {
        return comment.author().side().code();
    }
}
