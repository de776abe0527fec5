/** What is shown to the client: materials with their versions, what was approved of them, what is pinned to them, and launches. Knows talk, turn, board and what lies below. */
@NullMarked
package openkitchen.material;

import org.jspecify.annotations.NullMarked;
