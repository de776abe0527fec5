/** What is said on cards. Knows board and what lies below it. */
@NullMarked
package openkitchen.talk;

import org.jspecify.annotations.NullMarked;
