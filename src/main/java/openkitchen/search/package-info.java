/** The index of words over cards and comments. Knows only ids; whoever asks names the projects that may be searched. */
@NullMarked
package openkitchen.search;

import org.jspecify.annotations.NullMarked;
