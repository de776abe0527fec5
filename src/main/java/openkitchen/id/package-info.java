/** The names of things: typed ids, so that a card is never taken for a person. Knows no other room. */
@NullMarked
package openkitchen.id;

import org.jspecify.annotations.NullMarked;
