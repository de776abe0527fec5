/** A Trello board's export: read, checked, told in words that do not depend on the year it was made. */
@NullMarked
package openkitchen.bridge.trello;

import org.jspecify.annotations.NullMarked;
