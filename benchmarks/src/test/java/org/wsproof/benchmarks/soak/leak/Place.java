package org.wsproof.benchmarks.soak.leak;

/** A method that something is planted into, by name: nothing here is compiled against the gateway. */
enum Place {
    TUNNEL_GONE("org.wsproof.proxy.tunnel.Tunnel", "gone", "(Lorg/wsproof/proxy/tunnel/EndedBy;)V"),
    TUNNEL_CLOSED("org.wsproof.proxy.tunnel.Tunnel", "close", "(Lorg/wsproof/proxy/tunnel/EndedBy;Z)V"),
    RELAYED("org.wsproof.proxy.tunnel.Direction", "relay", "(Ljava/nio/ByteBuffer;)V"),
    WRITTEN("org.wsproof.proxy.tunnel.Outlet", "write", "(Ljava/nio/ByteBuffer;)Z"),
    ATTEMPT_RELEASED("org.wsproof.proxy.backside.Attempt", "release", "()V"),
    BACKSIDE_CONNECTED("org.wsproof.proxy.backside.Attempt", "connected", "(Lorg/xnio/StreamConnection;)V"),
    CONNECTION_CLOSED("org.xnio.nio.NioSocketStreamConnection", "closeAction", "()V");

    private final String type;
    private final String method;
    private final String descriptor;

    Place(String type, String method, String descriptor) {
        this.type = type;
        this.method = method;
        this.descriptor = descriptor;
    }

    String type() {
        return type;
    }

    String method() {
        return method;
    }

    /** Its parameters and result, as the class file has them. */
    String descriptor() {
        return descriptor;
    }
}
