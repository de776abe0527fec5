/** Reads what is in files: tables, texts, PDF's words; finds places in them again and tells what differs. Knows only store. */
@NullMarked
package openkitchen.reading;

import org.jspecify.annotations.NullMarked;
