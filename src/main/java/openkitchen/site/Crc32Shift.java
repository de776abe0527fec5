package openkitchen.site;

/**
 * What a number of zero bytes does to a CRC-32, as a matrix over GF(2): with it the checksum of two texts one after another is
 * found from the checksums of each. The method is that of zlib's {@code crc32_combine}: square the matrix for one zero bit and
 * multiply those powers that the length has.
 */
final class Crc32Shift {

    private static final int POLYNOMIAL = 0xEDB88320;

    private final int[] columns;

    private Crc32Shift(int[] columns) {
        this.columns = columns;
    }

    static Crc32Shift over(long bytes) {
        int[] power = oneBit();
        int[] product = identity();
        for (long bits = bytes * 8; bits > 0; bits >>= 1) {
            if ((bits & 1) == 1) {
                product = times(power, product);
            }
            power = times(power, power);
        }
        return new Crc32Shift(product);
    }

    int apply(int crc) {
        return times(columns, crc);
    }

    private static int[] oneBit() {
        int[] columns = new int[32];
        columns[0] = POLYNOMIAL;
        for (int i = 1; i < 32; i++) {
            columns[i] = 1 << (i - 1);
        }
        return columns;
    }

    private static int[] identity() {
        int[] columns = new int[32];
        for (int i = 0; i < 32; i++) {
            columns[i] = 1 << i;
        }
        return columns;
    }

    private static int[] times(int[] left, int[] right) {
        int[] product = new int[32];
        for (int i = 0; i < 32; i++) {
            product[i] = times(left, right[i]);
        }
        return product;
    }

    private static int times(int[] matrix, int vector) {
        int sum = 0;
        for (int rest = vector, i = 0; rest != 0; rest >>>= 1, i++) {
            if ((rest & 1) == 1) {
                sum ^= matrix[i];
            }
        }
        return sum;
    }
}
