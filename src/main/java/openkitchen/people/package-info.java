/** Persons, how they sign in, and who is asking. Knows history's and the foundation's rooms only. */
@NullMarked
package openkitchen.people;

import org.jspecify.annotations.NullMarked;
