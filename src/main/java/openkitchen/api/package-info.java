/** The REST API: all that the rooms can do, for programs, by tokens. Stands on all rooms; no room knows it. */
@NullMarked
package openkitchen.api;

import org.jspecify.annotations.NullMarked;
