/** What happened: the chain of each project's events, its numbering, its proof, and the signal that there is more. Knows only ids. */
@NullMarked
package openkitchen.history;

import org.jspecify.annotations.NullMarked;
