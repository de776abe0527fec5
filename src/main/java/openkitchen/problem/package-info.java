/** What can go wrong for a person, as types: every door words them in its own way. Knows no other room. */
@NullMarked
package openkitchen.problem;

import org.jspecify.annotations.NullMarked;
