@NullMarked
package openkitchen.material;

import org.jspecify.annotations.NullMarked;
