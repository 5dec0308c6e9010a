package org.wsproof.proxy.admin;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Someone who asks an admin listener. */
public final class Outside {
    private final HttpClient client = HttpClient.newHttpClient();
    private final int port;

    public Outside(int port) {
        this.port = port;
    }

    public HttpResponse<String> get(String path, String... fields) throws IOException, InterruptedException {
        return ask("GET", path, fields);
    }

    HttpResponse<String> ask(String method, String path, String... fields) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(10))
                .method(method, HttpRequest.BodyPublishers.noBody());
        if (fields.length > 0) {
            request.headers(fields);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** The metrics as they are now. */
    public Scrape scrape() throws IOException, InterruptedException {
        return Scrape.of(get("/metrics").body());
    }
}
