/** Tests of the history. */
@NullMarked
package openkitchen.history;

import org.jspecify.annotations.NullMarked;
