/** What waits for somebody over all projects, sorted by when they answer. Knows talk, turn and what lies below. */
@NullMarked
package openkitchen.desk;

import org.jspecify.annotations.NullMarked;
