/** What is said on cards: messages, questions, remarks and decisions, each with its rules. Knows turn, board and what lies below. */
@NullMarked
package openkitchen.talk;

import org.jspecify.annotations.NullMarked;
