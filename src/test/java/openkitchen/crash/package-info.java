/** Kills the kitchen in every way a machine can, and holds what was acknowledged against what is there. */
@NullMarked
package openkitchen.crash;

import org.jspecify.annotations.NullMarked;
