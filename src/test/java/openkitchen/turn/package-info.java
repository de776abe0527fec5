@NullMarked
package openkitchen.turn;

import org.jspecify.annotations.NullMarked;
