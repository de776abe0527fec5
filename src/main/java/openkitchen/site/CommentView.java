package openkitchen.site;

import openkitchen.people.Person;
import openkitchen.talk.Comment;
import openkitchen.text.Html;
import org.jspecify.annotations.Nullable;

/** A comment ready to be shown. */
public record CommentView(
        Comment comment, Person author, Html body, @Nullable Person deletedBy) {}
