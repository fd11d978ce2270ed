package ringside.engine.envoy;

import java.util.OptionalDouble;
import ringside.engine.ServerId;

/** What outlier detection knows of one host. */
final class OutlierHost {
    /** Requests of an interval, and how many of them went well. */
    static final class Rate {
        private int total;
        private int good;
        private int lastTotal;
        private int lastGood;

        void add(boolean well) {
            total++;
            good += well ? 1 : 0;
        }

        /** An interval is over. */
        void turn() {
            lastTotal = total;
            lastGood = good;
            total = 0;
            good = 0;
        }

        /** The last interval's success rate in per cent, if it had so many requests. */
        OptionalDouble success(int volume) {
            return lastTotal == 0 || lastTotal < volume
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(lastGood * 100.0 / lastTotal);
        }
    }

    final ServerId id;
    final Rate external = new Rate();
    final Rate local = new Rate();
    int row5xx;
    int rowGateway;
    int rowLocal;
    boolean ejected;
    long ejectedAt;
    long jitterNanos;
    int ejections;

    OutlierHost(ServerId id) {
        this.id = id;
    }

    void resetRows() {
        row5xx = 0;
        rowGateway = 0;
        rowLocal = 0;
    }
}
