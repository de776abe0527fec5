@NullMarked
package openkitchen.window;

import org.jspecify.annotations.NullMarked;
