/** How an installation comes up: its data folder, its own PostgreSQL, its schema, and one clear sentence when it cannot. */
@NullMarked
package openkitchen.start;

import org.jspecify.annotations.NullMarked;
