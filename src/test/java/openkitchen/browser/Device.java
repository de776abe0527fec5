package openkitchen.browser;

import com.microsoft.playwright.Browser;

/** What somebody sits at. */
enum Device {
    DESK(1440, 900),
    PHONE(390, 844);

    private final int width;
    private final int height;

    Device(int width, int height) {
        this.width = width;
        this.height = height;
    }

    Browser.NewContextOptions options() {
        return new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setHasTouch(this == PHONE)
                .setIsMobile(this == PHONE);
    }
}
