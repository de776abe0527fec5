package openkitchen.demo;

import java.awt.Color;
import org.jspecify.annotations.Nullable;

/** The colours of a picture, from the sky down to what stands nearest; ink and paper for what is written. */
enum Palette {
    FOREST(0xE9F1EC, 0xF7F1E3, 0x9DBDAB, 0x5F917B, 0x2F5D4B, 0xD98B4A, 0x1F3A31, 0xFBF8F1),
    AUTUMN(0xF9E9D2, 0xFDF5E8, 0xDDB892, 0xB9855A, 0x6F4E37, 0xC2562F, 0x43291A, 0xFDF9F2),
    DUSK(0x3C4A6B, 0xE6A88A, 0x6C7AA0, 0x465279, 0x232B47, 0xF2C078, 0x1E2540, 0xF8F5F0),
    HEATHER(0xEDE6F2, 0xFBF6F4, 0xC8B4D8, 0x9A7FB5, 0x5E4480, 0x3FA796, 0x3A2852, 0xFCFAFD),
    MINT(0xE0F2EE, 0xF8FBF7, 0xA9D8CC, 0x62B3A2, 0x1F7A6B, 0xF08A5D, 0x153F39, 0xFAFDFB),
    NORTH(0xE4E9EE, 0xF6F3EC, 0xB8C4CE, 0x8196A8, 0x34495E, 0xC98F5A, 0x22303D, 0xFAF8F4);

    final Color sky;
    final Color horizon;
    final Color far;
    final Color middle;
    final Color near;
    final Color accent;
    final Color ink;
    final Color paper;

    Palette(int sky, int horizon, int far, int middle, int near, int accent, int ink, int paper) {
        this.sky = new Color(sky);
        this.horizon = new Color(horizon);
        this.far = new Color(far);
        this.middle = new Color(middle);
        this.near = new Color(near);
        this.accent = new Color(accent);
        this.ink = new Color(ink);
        this.paper = new Color(paper);
    }

    static Palette of(@Nullable String name) {
        return name == null ? FOREST : valueOf(name.toUpperCase(java.util.Locale.ROOT));
    }

    /** Between two colours: 0 is the first, 1 the second. */
    static Color mix(Color one, Color other, double share) {
        return new Color(
                mixed(one.getRed(), other.getRed(), share),
                mixed(one.getGreen(), other.getGreen(), share),
                mixed(one.getBlue(), other.getBlue(), share));
    }

    private static int mixed(int one, int other, double share) {
        return (int) Math.round(one + (other - one) * share);
    }

    static Color clear(Color colour, int alpha) {
        return new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), alpha);
    }
}
