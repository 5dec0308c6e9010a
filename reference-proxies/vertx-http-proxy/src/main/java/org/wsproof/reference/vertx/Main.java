package org.wsproof.reference.vertx;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.httpproxy.HttpProxy;
import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

/**
 * Starts one reverse proxy for each properties file that is named as an argument, put together as the documentation's
 * first example does it (https://vertx.io/docs/vertx-http-proxy/java/). Keys: {@code port} (at 127.0.0.1), {@code origin}
 * (a URL), {@code idle-timeout} (milliseconds; 0, the default, is none), {@code certificate} and {@code key} (PEM files) for
 * https on the frontside, {@code trusted} (a PEM file, or {@code anybody}) where the origin is https.
 */
public final class Main {
    /** The default, 5, is for requests that come and go: a tunnel occupies its connection until it ends. */
    private static final int TUNNELS = 1000;

    private Main() {}

    public static void main(String[] files) throws IOException {
        Vertx vertx = Vertx.vertx();
        for (String file : files) {
            start(vertx, read(Path.of(file)));
        }
    }

    private static void start(Vertx vertx, Properties properties) {
        URI origin = URI.create(properties.getProperty("origin"));
        HttpProxy proxy = HttpProxy.reverseProxy(
                vertx.createHttpClient(client(origin, properties), new PoolOptions().setHttp1MaxSize(TUNNELS)));
        proxy.origin(origin.getPort(), origin.getHost());
        int port = Integer.parseInt(properties.getProperty("port"));
        vertx.createHttpServer(server(properties))
                .requestHandler(proxy)
                .listen(port, "127.0.0.1")
                .onSuccess(server -> System.out.println("ready: port " + port))
                .onFailure(failure -> {
                    System.err.println("port " + port + ": " + failure);
                    vertx.close();
                });
    }

    private static HttpServerOptions server(Properties properties) {
        HttpServerOptions options = new HttpServerOptions()
                .setIdleTimeout(Integer.parseInt(properties.getProperty("idle-timeout", "0")))
                .setIdleTimeoutUnit(TimeUnit.MILLISECONDS);
        String certificate = properties.getProperty("certificate", "");
        if (!certificate.isEmpty()) {
            options.setSsl(true)
                    .setKeyCertOptions(
                            new PemKeyCertOptions().setCertPath(certificate).setKeyPath(properties.getProperty("key")));
        }
        return options;
    }

    private static HttpClientOptions client(URI origin, Properties properties) {
        HttpClientOptions options = new HttpClientOptions();
        if (!"https".equals(origin.getScheme())) {
            return options;
        }
        options.setSsl(true);
        String trusted = properties.getProperty("trusted");
        return "anybody".equals(trusted)
                ? options.setTrustAll(true).setVerifyHost(false)
                : options.setTrustOptions(new PemTrustOptions().addCertPath(trusted));
    }

    private static Properties read(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }
}
