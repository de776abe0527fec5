/** The store, on a disk and in a bucket. */
@NullMarked
package openkitchen.store;

import org.jspecify.annotations.NullMarked;
