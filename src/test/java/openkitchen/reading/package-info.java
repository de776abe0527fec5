/** Tests of the reading of files. */
@NullMarked
package openkitchen.reading;

import org.jspecify.annotations.NullMarked;
