/** An invented agency to look around in: its people, its projects and their past. Knows every domain room. */
@NullMarked
package openkitchen.demo;

import org.jspecify.annotations.NullMarked;
