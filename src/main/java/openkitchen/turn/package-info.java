/** Whose turn it is: who is waited for, for what, since when and until when. Knows board, project and window. */
@NullMarked
package openkitchen.turn;

import org.jspecify.annotations.NullMarked;
