/** What tests of all rooms stand on: a real database for each, and the whole kitchen for those that need it. */
@NullMarked
package openkitchen.test;

import org.jspecify.annotations.NullMarked;
