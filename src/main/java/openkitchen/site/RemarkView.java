package openkitchen.site;

import java.util.List;
import openkitchen.board.Wait;
import openkitchen.people.Person;
import openkitchen.talk.Remark;
import org.jspecify.annotations.Nullable;

/**
 * Where a remark stands, ready to be shown.
 *
 * @param waits who is waited for about it
 * @param changedBy who brought it there
 * @param author who speaks for its author: {@code author}, or the author's side when they are no longer on the project
 */
public record RemarkView(
        Remark remark, List<Wait> waits, @Nullable Person changedBy, String author) {}
