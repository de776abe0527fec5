@NullMarked
package openkitchen.notice;

import org.jspecify.annotations.NullMarked;
