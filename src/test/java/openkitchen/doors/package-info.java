/** Every door for every role. */
@NullMarked
package openkitchen.doors;

import org.jspecify.annotations.NullMarked;
