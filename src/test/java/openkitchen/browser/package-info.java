/** The product as people meet it: real pages in a real browser, on a phone, with a mouse, by keyboard alone. */
@NullMarked
package openkitchen.browser;

import org.jspecify.annotations.NullMarked;
