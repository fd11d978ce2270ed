package ringside.net;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Clients that ask one thing after the other, each for a path of its own, until they are stopped. */
final class Crowd implements AutoCloseable {
    private final LiveWorld world;
    private final boolean echoed;
    private final List<Thread> threads = new ArrayList<>();
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private final Set<String> numbers = ConcurrentHashMap.newKeySet();
    private final AtomicInteger answered = new AtomicInteger();
    private volatile boolean stopped;

    /**
     * They begin at once.
     *
     * @param echoed whether each wants an answer whose body is the path that it asked for
     */
    Crowd(LiveWorld world, int clients, boolean echoed) {
        this.world = world;
        this.echoed = echoed;
        for (int i = 0; i < clients; i++) {
            int client = i;
            threads.add(Thread.ofVirtual().start(() -> run(client)));
        }
    }

    private void run(int client) {
        int asked = 0;
        while (!stopped) {
            try (var raw = Raw.to(world)) {
                while (!stopped) {
                    ask(raw, "/" + client + "/" + asked++);
                }
            } catch (IOException e) {
                complaints.add(client + "/" + asked + " was cut: " + e.getMessage());
            }
        }
    }

    private void ask(Raw raw, String path) throws IOException {
        var answer =
                raw.send("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n").answer();
        if (answer.status() != 200) {
            complaints.add(path + " got " + answer.status());
        } else if (echoed && !answer.body().equals(path)) {
            complaints.add(path + " got the answer of " + answer.body());
        }
        if (!numbers.add(answer.field("X-Ringside-Request"))) {
            complaints.add(path + " got an answer that somebody else got too");
        }
        answered.incrementAndGet();
    }

    /** How many answers they have got. */
    int answered() {
        return answered.get();
    }

    /** Waits until they have got so many more answers. */
    void goOnFor(int more) {
        int enough = answered.get() + more;
        Eventually.holds("the crowd got " + more + " more answers", () -> answered.get() >= enough);
    }

    /** What was wrong so far. */
    List<String> complaints() {
        return List.copyOf(complaints);
    }

    /** They ask nothing more; those who wait for an answer get it first. */
    @Override
    public void close() {
        stopped = true;
        try {
            for (var thread : threads) {
                thread.join();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
