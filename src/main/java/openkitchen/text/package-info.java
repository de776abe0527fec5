/** Words in both languages, Markdown made safe, and clean input; this room knows no other room. */
@NullMarked
package openkitchen.text;

import org.jspecify.annotations.NullMarked;
