package org.wsproof.proxy.config;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns a YAML file into a {@link Configuration}, or into one line that says what is wrong with it. */
public final class ConfigurationLoader {
    private static final String GATEWAYS = "multi-protocol-gateways";
    private static final String IO_THREADS = "io-threads";

    /** What no YAML text may hold; found here, because the parser does not say on which line. */
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\\t\\r\\n]]");

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
        return new ConfigurationLoader().configuration(root(file));
    }

    /**
     * The line to give the user when a handler of a loaded file can't listen.
     *
     * @param reason what the system says, such as "Address already in use"
     */
    public static ConfigurationException unbindable(Path file, HttpHandler handler, String reason) {
        String problem = "can't listen on " + handler.address() + " port " + handler.port() + " (" + reason
                + "); allowed: an address of this machine and a port that is free";
        try {
            for (HandlerReader.Unread each :
                    GatewayReader.handlers(root(file).sections(GATEWAYS, GatewayReader.KEYS))) {
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

    private static Section root(Path file) throws ConfigurationException {
        YamlReader.Node root = YamlReader.read(file, text(file));
        if (root instanceof YamlReader.Nothing) {
            throw ConfigurationException.at(file, 1, "the file is empty; expected: " + GATEWAYS);
        }
        return Section.of(file, "", root, List.of(GATEWAYS, IO_THREADS));
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
        return new Configuration(gateways, ioThreads);
    }

    /** Two listeners can't share a port of an address, nor can two handlers share a name, whichever gateway has them. */
    private void claim(Section section, HttpHandler handler) throws ConfigurationException {
        unique(section, handlerNames, handler.name());
        for (HttpHandler other : handlers) {
            if (other.port() == handler.port() && meet(other.address(), handler.address())) {
                throw section.wrong(
                        "port",
                        "is " + handler.port() + ", which handler " + other.name() + " listens on already (address "
                                + other.address() + "); allowed: a port of its own");
            }
        }
        handlers.add(handler);
    }

    private static void unique(Section section, Set<String> names, String name) throws ConfigurationException {
        if (!names.add(name)) {
            throw section.refused("name", name, "a name that no other one in the file has");
        }
    }

    private static boolean meet(String one, String other) {
        return one.equals(other) || isAny(one) || isAny(other);
    }

    private static boolean isAny(String address) {
        return address.equals("0.0.0.0") || address.equals("::");
    }

    private static String text(Path file) throws ConfigurationException {
        try {
            return decoded(file, Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            throw ConfigurationException.of(file, "no such file; expected: a YAML file");
        } catch (IOException e) {
            String reason = Files.isDirectory(file) ? "is a directory" : "can't be read (" + e + ")";
            throw ConfigurationException.of(file, reason + "; expected: a readable YAML file");
        }
    }

    private static String decoded(Path file, byte[] octets) throws ConfigurationException {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(octets);
        CharBuffer out = CharBuffer.allocate(octets.length);
        CoderResult result = decoder.decode(in, out, true);
        String text = out.flip().toString();
        if (result.isError()) {
            throw ConfigurationException.at(file, line(text), "an octet that is no UTF-8; allowed: UTF-8");
        }
        Matcher control = CONTROL.matcher(text);
        if (control.find()) {
            int line = line(text.substring(0, control.start()));
            throw ConfigurationException.at(file, line, "a control character; allowed: text");
        }
        return text;
    }

    /** The line on which what comes after {@code text} stands. */
    private static int line(String text) {
        return 1 + (int) text.chars().filter(c -> c == '\n').count();
    }
}
