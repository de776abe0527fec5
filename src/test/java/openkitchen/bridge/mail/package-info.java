@NullMarked
package openkitchen.bridge.mail;

import org.jspecify.annotations.NullMarked;
