/** Bridges to the world outside: what is brought in from Trello, and what goes out and comes in by other products' doors. */
@NullMarked
package openkitchen.bridge;

import org.jspecify.annotations.NullMarked;
