package ringside.engine.envoy;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The success rates of the hosts that had enough requests in the last interval, in per cent.
 *
 * @param rates of each host that is in
 */
record SuccessRates(Map<OutlierHost, Double> rates) {
    static SuccessRates of(
            Collection<OutlierHost> hosts, Function<OutlierHost, OutlierHost.Rate> which, int requestVolume) {
        var rates = new LinkedHashMap<OutlierHost, Double>();
        hosts.stream()
                .filter(host -> !host.ejected)
                .forEach(host -> which.apply(host).success(requestVolume).ifPresent(rate -> rates.put(host, rate)));
        return new SuccessRates(rates);
    }

    int count() {
        return rates.size();
    }

    /** So many thousandths of a standard deviation below the mean, both of all the hosts. */
    double threshold(int stdevFactor) {
        double mean = rates.values().stream().mapToDouble(rate -> rate).sum() / count();
        double variance = rates.values().stream()
                        .mapToDouble(rate -> (rate - mean) * (rate - mean))
                        .sum()
                / count();
        return mean - stdevFactor / 1000.0 * Math.sqrt(variance);
    }

    /** Those below a rate. */
    List<OutlierHost> below(double threshold) {
        return rates.keySet().stream()
                .filter(host -> rates.getOrDefault(host, 0.0) < threshold)
                .toList();
    }

    /** Those whose failures, in per cent, are at a bound or above. */
    List<OutlierHost> failing(int threshold) {
        return rates.keySet().stream()
                .filter(host -> 100 - rates.getOrDefault(host, 0.0) >= threshold)
                .toList();
    }
}
