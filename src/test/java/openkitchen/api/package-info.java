/** The API as programs meet it: over HTTP, on the real database. */
@NullMarked
package openkitchen.api;

import org.jspecify.annotations.NullMarked;
