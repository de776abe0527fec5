/** Keeps files: their bytes on disk, what they are, and small pictures of pictures. Knows only ids. */
@NullMarked
package openkitchen.store;

import org.jspecify.annotations.NullMarked;
