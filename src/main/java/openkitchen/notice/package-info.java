/** Who is told what, and when: it reads every project's history from where it stopped. Knows talk and what lies below. */
@NullMarked
package openkitchen.notice;

import org.jspecify.annotations.NullMarked;
