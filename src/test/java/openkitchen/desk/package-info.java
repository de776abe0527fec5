@NullMarked
package openkitchen.desk;

import org.jspecify.annotations.NullMarked;
