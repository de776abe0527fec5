/** Mail out and in: letters about what people are told, and their replies, which go onto the cards. */
@NullMarked
package openkitchen.bridge.mail;

import org.jspecify.annotations.NullMarked;
