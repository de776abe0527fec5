/** Keeps files: their bytes on disk or in S3, what they are, small pictures of pictures, and what is on its way. Knows only ids. */
@NullMarked
package openkitchen.store;

import org.jspecify.annotations.NullMarked;
