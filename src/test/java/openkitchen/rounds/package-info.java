@NullMarked
package openkitchen.rounds;

import org.jspecify.annotations.NullMarked;
