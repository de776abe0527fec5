/** The board of a project: its columns, cards, labels, checklists and attachments. Knows project, search and store. */
@NullMarked
package openkitchen.board;

import org.jspecify.annotations.NullMarked;
