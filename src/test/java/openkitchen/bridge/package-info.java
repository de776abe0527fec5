/** Boards from elsewhere, brought into a real database. */
@NullMarked
package openkitchen.bridge;

import org.jspecify.annotations.NullMarked;
