/** Tests of the demo. */
@NullMarked
package openkitchen.demo;

import org.jspecify.annotations.NullMarked;
