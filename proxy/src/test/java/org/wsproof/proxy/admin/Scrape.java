package org.wsproof.proxy.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.hawkular.agent.prometheus.text.TextPrometheusMetricsProcessor;
import org.hawkular.agent.prometheus.types.Counter;
import org.hawkular.agent.prometheus.types.Gauge;
import org.hawkular.agent.prometheus.types.Histogram;
import org.hawkular.agent.prometheus.types.Metric;
import org.hawkular.agent.prometheus.types.MetricFamily;
import org.hawkular.agent.prometheus.walkers.CollectorPrometheusMetricsWalker;

/** Metrics in Prometheus' text format, read by a parser that is not from who wrote them. */
public final class Scrape {
    private final List<MetricFamily> families;

    /** Of counters and gauges, by name and labels. */
    private final Map<String, Double> values = new HashMap<>();

    private Scrape(List<MetricFamily> families) {
        this.families = families;
    }

    /** Fails if there is a line that the parser could make no sample of. */
    static Scrape of(String text) {
        CollectorPrometheusMetricsWalker collector = new CollectorPrometheusMetricsWalker();
        new TextPrometheusMetricsProcessor(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), collector)
                .walk();
        Scrape scrape = new Scrape(collector.getAllMetricFamilies());
        int samples = scrape.families.stream()
                .flatMap(family -> family.getMetrics().stream())
                .mapToInt(scrape::take)
                .sum();
        assertThat(samples)
                .as("samples read of:%n%s", text)
                .isEqualTo((int) text.lines()
                        .filter(line -> !line.isBlank() && !line.startsWith("#"))
                        .count())
                .isPositive();
        return scrape;
    }

    /** Notes its value, and tells how many lines it was. */
    private int take(Metric metric) {
        if (metric instanceof Counter counter) {
            put(metric, counter.getValue());
        } else if (metric instanceof Gauge gauge) {
            put(metric, gauge.getValue());
        } else {
            return ((Histogram) metric).getBuckets().size() + 2;
        }
        return 1;
    }

    private void put(Metric metric, double value) {
        assertThat(values.put(key(metric.getName(), metric.getLabels()), value))
                .as("an earlier " + metric.getName() + metric.getLabels())
                .isNull();
    }

    private static String key(String name, Map<String, String> labels) {
        return name + new TreeMap<>(labels);
    }

    /** The value of a counter or gauge; its labels as {@code a=1, b=2} in alphabetical order. */
    public double value(String name, String labels) {
        String key = name + "{" + labels + "}";
        return Optional.ofNullable(values.get(key)).orElseThrow(() -> new AssertionError("no " + key));
    }

    /** The same of one that is there only once something has happened. */
    public double valueOrNone(String name, String labels) {
        return values.getOrDefault(name + "{" + labels + "}", 0.0);
    }

    public Histogram histogram(String name) {
        return families.stream()
                .filter(family -> family.getName().equals(name))
                .flatMap(family -> family.getMetrics().stream())
                .map(Histogram.class::cast)
                .findFirst()
                .orElseThrow();
    }
}
