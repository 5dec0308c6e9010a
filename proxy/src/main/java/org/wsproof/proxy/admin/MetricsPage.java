package org.wsproof.proxy.admin;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.prometheus.metrics.expositionformats.ExpositionFormatWriter;
import io.prometheus.metrics.expositionformats.ExpositionFormats;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;

/** The metrics in Prometheus' text format, or OpenMetrics' where the client accepts that. */
final class MetricsPage implements Page {
    private final PrometheusMeterRegistry registry;
    private final Look look;
    private final ExpositionFormats formats = ExpositionFormats.init();

    MetricsPage(PrometheusMeterRegistry registry, Look look) {
        this.registry = registry;
        this.look = look;
    }

    /** What open tunnels carry is as it was at the last look, should a thread of the gateway not say in time. */
    @Override
    public Answer answer(Question question) {
        look.look();
        ExpositionFormatWriter format = format(question.accept());
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try {
            format.write(text, registry.getPrometheusRegistry().scrape());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return new Answer(200, format.getContentType(), ByteBuffer.wrap(text.toByteArray()));
    }

    /** Not the library's own choice: where protobuf is accepted it takes that, and its writer is not here. */
    private ExpositionFormatWriter format(String accept) {
        ExpositionFormatWriter open = formats.getOpenMetricsTextFormatWriter();
        return open.accepts(accept) ? open : formats.getPrometheusTextFormatWriter();
    }
}
