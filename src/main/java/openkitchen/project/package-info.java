/** Clients, projects, teams and who may come in. Knows people, history and the foundation's rooms. */
@NullMarked
package openkitchen.project;

import org.jspecify.annotations.NullMarked;
