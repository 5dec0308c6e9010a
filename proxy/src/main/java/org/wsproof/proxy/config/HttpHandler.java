package org.wsproof.proxy.config;

import java.time.Duration;
import java.util.Optional;
import org.wsproof.proxy.config.tls.SslServerProfile;

/**
 * A front side handler for HTTP, or, with a TLS server profile, for HTTPS (DataPower {@code HTTPSourceProtocolHandler} and
 * {@code HTTPSSourceProtocolHandler}, which differ in nothing else but the default port).
 *
 * @param name unique in the file
 * @param address a literal IP address or a name to listen on; default 0.0.0.0, which is all addresses of IPv4; :: is all of
 *     both families
 * @param port 1 to 65535, default 80, or 443 for HTTPS; 0, a free port of the system's choice, can be made in code only
 * @param allowedMethodsAndVersions DataPower {@code AllowedFeatures}
 * @param allowWebsocketUpgrade DataPower {@code AllowWebSocketUpgrade}; needs GET and HTTP/1.1
 * @param websocketIdleTimeout how long no octet may move in either direction of a tunnel; zero is off; at most 86400 s
 * @param headerTimeout how long a request head may take to arrive; zero is off; at most 3600 s; the TLS handshake
 *     may take as long, by itself
 * @param maxHeaderBytes all field lines of a head together, with their line ends; 5 to 128000
 * @param maxHeaderCount field lines of a head; zero is no limit; at most 1000
 * @param maxUrlBytes the request target with its query; 1 to 128000
 * @param sslServerProfile what makes this a handler for HTTPS
 */
public record HttpHandler(
        String name,
        String address,
        int port,
        AllowedFeatures allowedMethodsAndVersions,
        boolean allowWebsocketUpgrade,
        Duration websocketIdleTimeout,
        Duration headerTimeout,
        int maxHeaderBytes,
        int maxHeaderCount,
        int maxUrlBytes,
        Optional<SslServerProfile> sslServerProfile) {}
