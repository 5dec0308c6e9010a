package org.wsproof.proxy;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wsproof.proxy.admin.Admin;
import org.wsproof.proxy.admin.AdminServer;
import org.wsproof.proxy.admin.GatewayListener;
import org.wsproof.proxy.admin.Readiness;
import org.wsproof.proxy.config.Configuration;
import org.wsproof.proxy.config.MultiProtocolGateway;
import org.wsproof.proxy.config.admin.AdminListener;
import org.wsproof.proxy.tunnel.Relays;
import org.xnio.XnioIoThread;
import org.xnio.XnioWorker;

/** The gateway's admin listener, if the configuration that it starts with asks for one. */
final class AdminSide implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AdminSide.class);

    private final Optional<AdminListener> address;
    private final Optional<Admin> admin;

    /** Valid from {@link #listen} on, if there is one. */
    private @Nullable AdminServer server;

    AdminSide(Configuration configuration) {
        this.address = configuration.admin();
        this.admin = address.map(wanted -> new Admin(configuration.gateways().stream()
                .map(MultiProtocolGateway::name)
                .toList()));
    }

    /** Must be told what happens in the gateway. */
    GatewayListener listener() {
        return admin.map(Admin::listener).orElseGet(GatewayListener::nobody);
    }

    /**
     * Answers from now on.
     *
     * @throws UnbindableException if it can't listen
     */
    void listen(XnioWorker worker, Relays relays, Supplier<Readiness> readiness) throws UnbindableException {
        if (address.isEmpty() || admin.isEmpty()) {
            return;
        }
        try {
            server = admin.get().listen(address.get(), new Admin.Sources(threads(worker), readiness, relays::open));
        } catch (IOException e) {
            throw new UnbindableException(address.get(), String.valueOf(e.getMessage()), e);
        }
    }

    private static Map<String, XnioIoThread> threads(XnioWorker worker) {
        Map<String, XnioIoThread> threads = new LinkedHashMap<>();
        for (int i = 0; i < worker.getIoThreadCount(); i++) {
            XnioIoThread thread = worker.getIoThread(i);
            threads.put(thread.getName(), thread);
        }
        return threads;
    }

    /** Another configuration is served; it moves no admin listener. */
    void stays(Configuration next) {
        if (!next.admin().equals(address)) {
            LOG.warn(
                    "admin: {} will hold at the next start",
                    next.admin().map(Object::toString).orElse("none"));
        }
    }

    /** The port listened on, if any. */
    OptionalInt port() {
        AdminServer started = server;
        return started == null ? OptionalInt.empty() : OptionalInt.of(started.port());
    }

    @Override
    public void close() {
        AdminServer started = server;
        if (started != null) {
            started.close();
        }
    }
}
