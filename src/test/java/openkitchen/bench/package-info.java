/** Measures the product as people run it, in ratios to the best that the same machine could do; started by {@code bin/bench}. */
@NullMarked
package openkitchen.bench;

import org.jspecify.annotations.NullMarked;
