package org.wsproof.proxy;

import java.io.IOException;
import org.wsproof.proxy.config.HttpHandler;

/** A front side handler can't listen: its port is taken, or its address is none that this process may listen on. */
public final class UnbindableException extends IOException {
    private static final long serialVersionUID = 1;

    private final transient HttpHandler handler;
    private final String reason;

    UnbindableException(HttpHandler handler, String reason, Exception cause) {
        super(
                "front side handler " + handler.name() + " cannot listen on " + handler.address() + " port "
                        + handler.port() + ": " + reason,
                cause);
        this.handler = handler;
        this.reason = reason;
    }

    /** The first one that can't; none after it was tried. */
    public HttpHandler handler() {
        return handler;
    }

    /** What the system says, such as "Address already in use". */
    public String reason() {
        return reason;
    }
}
