@NullMarked
package openkitchen.talk;

import org.jspecify.annotations.NullMarked;
