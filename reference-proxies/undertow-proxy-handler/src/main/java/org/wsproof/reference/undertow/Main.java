package org.wsproof.reference.undertow;

import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.server.handlers.proxy.LoadBalancingProxyClient;
import io.undertow.server.handlers.proxy.ProxyHandler;
import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/**
 * Starts one reverse proxy for each properties file that is named as an argument, put together as Undertow's
 * {@code ReverseProxyServer} example does it. Keys: {@code port} (at 127.0.0.1), {@code origin} (a URL),
 * {@code max-request-time} and {@code idle-timeout} (milliseconds), {@code certificate} and {@code key} (PEM files) for
 * https on the frontside, {@code trusted} (a PEM file, or {@code anybody}) where the origin is https.
 */
public final class Main {
    /** The default, 10, is for requests that come and go: a tunnel occupies its connection until it ends. */
    private static final int TUNNELS_PER_THREAD = 1000;

    private Main() {}

    public static void main(String[] files) throws IOException, GeneralSecurityException {
        List<Undertow> proxies = new ArrayList<>();
        for (String file : files) {
            proxies.add(proxy(read(Path.of(file))));
        }
        proxies.forEach(Undertow::start);
    }

    private static Undertow proxy(Properties properties) throws IOException, GeneralSecurityException {
        ProxyHandler handler = ProxyHandler.builder()
                .setProxyClient(client(properties))
                .setMaxRequestTime(Integer.parseInt(properties.getProperty("max-request-time")))
                .build();
        Undertow.Builder server = Undertow.builder()
                .setIoThreads(2)
                .setServerOption(
                        UndertowOptions.IDLE_TIMEOUT, Integer.parseInt(properties.getProperty("idle-timeout", "-1")))
                .setHandler(handler);
        int port = Integer.parseInt(properties.getProperty("port"));
        String certificate = properties.getProperty("certificate", "");
        return certificate.isEmpty()
                ? server.addHttpListener(port, "127.0.0.1").build()
                : server.addHttpsListener(
                                port,
                                "127.0.0.1",
                                Tls.server(Path.of(certificate), Path.of(properties.getProperty("key"))))
                        .build();
    }

    private static LoadBalancingProxyClient client(Properties properties) throws IOException, GeneralSecurityException {
        URI origin = URI.create(properties.getProperty("origin"));
        LoadBalancingProxyClient client = new LoadBalancingProxyClient().setConnectionsPerThread(TUNNELS_PER_THREAD);
        return "https".equals(origin.getScheme())
                ? client.addHost(origin, Tls.client(properties.getProperty("trusted")))
                : client.addHost(origin);
    }

    private static Properties read(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }
}
