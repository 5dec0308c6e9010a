package org.wsproof.proxy.admin;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wsproof.proxy.tunnel.TunnelReport;

/** The tunnels that are open, the oldest first, in JSON: how many there are, and so many of them as the query's limit says. */
final class TunnelsPage implements Page {
    private static final int USUAL = 1000;
    private static final int MOST = 100_000;
    private static final Pattern LIMIT = Pattern.compile("limit=(\\d{1,6})");

    private final Look look;
    private final JsonFactory json = new JsonFactory();

    TunnelsPage(Look look) {
        this.look = look;
    }

    @Override
    public Answer answer(Question question) {
        OptionalInt limit = limit(question.query());
        if (limit.isEmpty()) {
            return Answer.text(400, "The query is \"limit=N\", N 0 to " + MOST + ", or none (" + USUAL + ").");
        }
        Optional<List<TunnelReport>> open = look.look();
        return open.isEmpty()
                ? Answer.text(503, "A thread of the gateway does not respond.")
                : new Answer(200, "application/json", octets(open.get(), limit.getAsInt()));
    }

    private static OptionalInt limit(String query) {
        if (query.isEmpty()) {
            return OptionalInt.of(USUAL);
        }
        Matcher matcher = LIMIT.matcher(query);
        int limit = matcher.matches() ? Integer.parseInt(matcher.group(1)) : -1;
        return limit < 0 || limit > MOST ? OptionalInt.empty() : OptionalInt.of(limit);
    }

    private ByteBuffer octets(List<TunnelReport> open, int limit) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try (JsonGenerator out = json.createGenerator(text).useDefaultPrettyPrinter()) {
            write(out, open, limit);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return ByteBuffer.wrap(text.toByteArray());
    }

    private static void write(JsonGenerator out, List<TunnelReport> open, int limit) throws IOException {
        List<TunnelReport> shown = open.stream()
                .sorted(Comparator.comparingLong(TunnelReport::id))
                .limit(limit)
                .toList();
        out.writeStartObject();
        out.writeNumberField("total", open.size());
        out.writeArrayFieldStart("tunnels");
        for (TunnelReport tunnel : shown) {
            write(out, tunnel);
        }
        out.writeEndArray();
        out.writeEndObject();
    }

    private static void write(JsonGenerator out, TunnelReport tunnel) throws IOException {
        out.writeStartObject();
        out.writeNumberField("id", tunnel.id());
        out.writeStringField("gateway", tunnel.gateway());
        out.writeStringField("client", tunnel.clientText());
        out.writeStringField("origin", tunnel.originText());
        out.writeNumberField("seconds", tunnel.duration().toMillis() / 1000.0);
        write(out, "from-client", tunnel.fromClient());
        write(out, "from-origin", tunnel.fromOrigin());
        out.writeEndObject();
    }

    private static void write(JsonGenerator out, String name, TunnelReport.Flow flow) throws IOException {
        out.writeObjectFieldStart(name);
        out.writeNumberField("octets", flow.octets());
        out.writeNumberField("frames", flow.frames());
        out.writeNumberField("messages", flow.messages());
        out.writeEndObject();
    }
}
