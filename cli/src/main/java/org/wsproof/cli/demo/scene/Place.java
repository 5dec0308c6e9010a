package org.wsproof.cli.demo.scene;

/** Where something listens; the ports are those that the tutorial's file has. */
public enum Place {
    ECHO(8080, "the echo server"),
    TLS_ECHO(8443, "the echo server with TLS"),
    HTTP(9090, "the HTTP handler"),
    HTTPS(9443, "the HTTPS handler"),
    IDLE(9091, "the handler with a short idle timeout"),
    VALIDATING(9092, "the gateway that validates"),
    NOT_VALIDATING(9093, "the gateway that does not validate"),
    API(8444, "the authorization API");

    private final int usualPort;
    private final String title;

    Place(int usualPort, String title) {
        this.usualPort = usualPort;
        this.title = title;
    }

    /** The one in the tutorial's file. */
    public int usualPort() {
        return usualPort;
    }

    /** What listens there, for people. */
    public String title() {
        return title;
    }
}
