@NullMarked
package openkitchen.insight;

import org.jspecify.annotations.NullMarked;
