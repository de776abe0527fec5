/** The pages: what people see and do in a browser, composed from the rooms below, kept live. */
@NullMarked
package openkitchen.site;

import org.jspecify.annotations.NullMarked;
