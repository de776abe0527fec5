/** What the past says: how long answers took, on either side. Reads turns and history, changes nothing. Knows talk and what lies below. */
@NullMarked
package openkitchen.insight;

import org.jspecify.annotations.NullMarked;
