package openkitchen.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Very many pages that listen to one board, read by one thread. */
final class Listeners implements AutoCloseable {

    private final Selector selector = Selector.open();
    private final List<SocketChannel> channels = new ArrayList<>();
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 18);
    private final Thread reader = new Thread(this::read, "listeners");
    private volatile CountDownLatch awaited = new CountDownLatch(0);
    private volatile long[] arrived = {};
    private volatile String ended = "";

    /** One listener for each session, which returns when all have been greeted. */
    Listeners(int port, String path, List<String> sessions) throws Exception {
        await(sessions.size());
        for (String session : sessions) {
            SocketChannel channel = SocketChannel.open(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port));
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            channel.write(ByteBuffer.wrap(Wire.get(path, session, "Accept: text/event-stream")));
            channel.configureBlocking(false);
            channel.register(selector, SelectionKey.OP_READ);
            channels.add(channel);
        }
        reader.setDaemon(true);
        reader.start();
        arrived();
    }

    /** From now on the times count at which the next message comes to each. */
    void await(int messages) {
        arrived = new long[messages];
        awaited = new CountDownLatch(messages);
    }

    /** When it came to each, in nanoseconds of this process's clock. */
    long[] arrived() throws InterruptedException, TimeoutException {
        if (!awaited.await(10, TimeUnit.SECONDS)) {
            throw new TimeoutException(awaited.getCount() + " listeners heard nothing; " + ended);
        }
        return arrived;
    }

    private void read() {
        try {
            while (selector.isOpen()) {
                selector.select();
                Set<SelectionKey> keys = selector.selectedKeys();
                for (SelectionKey key : keys) {
                    hear((SocketChannel) key.channel());
                }
                keys.clear();
            }
        } catch (IOException | java.nio.channels.ClosedSelectorException over) {
            ended = over.toString(); // closed by us, or the server went: whoever waits is told by the time that
            // runs out
        }
    }

    private void hear(SocketChannel channel) throws IOException {
        buffer.clear();
        int length = channel.read(buffer);
        long now = System.nanoTime();
        if (length < 0) {
            throw new IOException("the server ended a stream");
        }
        buffer.flip();
        String text = StandardCharsets.ISO_8859_1.decode(buffer).toString();
        if (text.contains("event: change") || text.contains("event: at")) {
            CountDownLatch latch = awaited;
            int left = (int) latch.getCount();
            if (left > 0) {
                arrived[left - 1] = now;
                latch.countDown();
            }
        }
    }

    @Override
    public void close() throws IOException {
        selector.close();
        for (SocketChannel channel : channels) {
            channel.close();
        }
    }
}
