/** What goes on by itself, again and again. Knows no other room. */
@NullMarked
package openkitchen.rounds;

import org.jspecify.annotations.NullMarked;
