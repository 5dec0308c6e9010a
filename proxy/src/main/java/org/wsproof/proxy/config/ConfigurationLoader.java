package org.wsproof.proxy.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.wsproof.proxy.config.admin.AdminListener;
import org.wsproof.proxy.config.admin.AdminReader;
import org.wsproof.proxy.config.yaml.ConfigurationException;
import org.wsproof.proxy.config.yaml.Section;

/** Turns a YAML file into a {@link Configuration}, or into one line that says what is wrong with it. */
public final class ConfigurationLoader {
    private static final String GATEWAYS = "multi-protocol-gateways";
    private static final String IO_THREADS = "io-threads";

    /** All handlers of the file: no two of any gateways may be in each other's way. */
    private final List<HttpHandler> handlers = new ArrayList<>();

    private final Set<String> handlerNames = new HashSet<>();

    private ConfigurationLoader() {}

    /**
     * Reads and checks everything, including the files that {@code file} names.
     *
     * @throws ConfigurationException on the first mistake; its message is one line for the user
     */
    public static Configuration load(Path file) throws ConfigurationException {
        return load(file, named -> {});
    }

    /**
     * The same.
     *
     * @param named told of each other file that the configuration depends on, also of those that can't be read; after a mistake
     *     only of those named before it
     */
    public static Configuration load(Path file, Consumer<Path> named) throws ConfigurationException {
        return new ConfigurationLoader().configuration(root(new Section.Source(file, named)));
    }

    /**
     * The line to give the user when a handler of a loaded file can't listen.
     *
     * @param reason what the system says, such as "Address already in use"
     */
    public static ConfigurationException unbindable(Path file, HttpHandler handler, String reason) {
        String problem = cannotListen(handler.address(), handler.port(), reason);
        try {
            for (HandlerReader.Unread each : GatewayReader.handlers(
                    root(new Section.Source(file, named -> {})).sections(GATEWAYS, GatewayReader.KEYS))) {
                if (each.section().text("name", "", "").equals(handler.name())) {
                    return each.section().wrong("port", problem);
                }
            }
        } catch (ConfigurationException changed) {
            // The file was good when it was loaded, and no longer is: then its lines say nothing of this handler.
            return ConfigurationException.of(file, handler.name() + ": " + problem);
        }
        return ConfigurationException.of(file, handler.name() + ": " + problem);
    }

    /** The same for the admin listener. */
    public static ConfigurationException unbindable(Path file, AdminListener admin, String reason) {
        String problem = cannotListen(admin.address(), admin.port(), reason);
        try {
            Optional<AdminReader.Placed> placed = AdminReader.read(root(new Section.Source(file, named -> {})));
            if (placed.isPresent()) {
                return placed.get().section().wrong("port", problem);
            }
        } catch (ConfigurationException changed) {
            // As above: the file is no longer the one that was loaded.
            return ConfigurationException.of(file, AdminReader.KEY + ": " + problem);
        }
        return ConfigurationException.of(file, AdminReader.KEY + ": " + problem);
    }

    private static String cannotListen(String address, int port, String reason) {
        return "can't listen on " + address + " port " + port + " (" + reason
                + "); allowed: an address of this machine and a port that is free";
    }

    private static Section root(Section.Source source) throws ConfigurationException {
        return Section.read(source, List.of(GATEWAYS, IO_THREADS, AdminReader.KEY), GATEWAYS);
    }

    private Configuration configuration(Section root) throws ConfigurationException {
        int processors = Math.min(64, Runtime.getRuntime().availableProcessors());
        int ioThreads = root.number(IO_THREADS, new Section.Bounds(1, 64, ""), processors);
        List<MultiProtocolGateway> gateways = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Section section : root.sections(GATEWAYS, GatewayReader.KEYS)) {
            MultiProtocolGateway gateway = GatewayReader.read(section, this::claim);
            unique(section, names, gateway.name());
            gateways.add(gateway);
        }
        return new Configuration(gateways, ioThreads, admin(root));
    }

    private Optional<AdminListener> admin(Section root) throws ConfigurationException {
        Optional<AdminReader.Placed> placed = AdminReader.read(root);
        if (placed.isPresent()) {
            AdminListener admin = placed.get().listener();
            apart(placed.get().section(), admin.address(), admin.port());
        }
        return placed.map(AdminReader.Placed::listener);
    }

    /** Two listeners can't share a port of an address, nor can two handlers share a name, whichever gateway has them. */
    private void claim(Section section, HttpHandler handler) throws ConfigurationException {
        unique(section, handlerNames, handler.name());
        apart(section, handler.address(), handler.port());
        handlers.add(handler);
    }

    private void apart(Section section, String address, int port) throws ConfigurationException {
        for (HttpHandler other : handlers) {
            if (other.port() == port && meet(other.address(), address)) {
                throw section.wrong(
                        "port",
                        "is " + port + ", which handler " + other.name() + " listens on already (address "
                                + other.address() + "); allowed: a port of its own");
            }
        }
    }

    private static void unique(Section section, Set<String> names, String name) throws ConfigurationException {
        if (!names.add(name)) {
            throw section.refused("name", name, "a name that no other one in the file has");
        }
    }

    private static boolean meet(String one, String other) {
        return one.equals(other) || covers(one, other) || covers(other, one);
    }

    /** 0.0.0.0 is all addresses of IPv4, and :: those of both families. */
    private static boolean covers(String address, String other) {
        return address.equals("::") || (address.equals("0.0.0.0") && other.indexOf(':') < 0);
    }
}
