/** The pages, asked for as a browser asks. */
@NullMarked
package openkitchen.site;

import org.jspecify.annotations.NullMarked;
