/** Tests of the board. */
@NullMarked
package openkitchen.board;

import org.jspecify.annotations.NullMarked;
