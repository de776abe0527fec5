/** When the agency's people answer: their weeks, days off and the agency's holidays. Knows people and the foundation's rooms. */
@NullMarked
package openkitchen.window;

import org.jspecify.annotations.NullMarked;
