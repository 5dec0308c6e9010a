package org.wsproof.proxy.config.admin;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.wsproof.proxy.config.yaml.ConfigurationException;
import org.wsproof.proxy.config.yaml.Section;

/** Reads the {@code admin} key. */
public final class AdminReader {
    public static final String KEY = "admin";

    private static final List<String> KEYS = List.of("address", "port");
    private static final Pattern ADDRESS = Pattern.compile("[0-9A-Za-z._:%-]+");

    private AdminReader() {}

    /** An admin listener and the part of the file that asks for it. */
    public record Placed(Section section, AdminListener listener) {}

    /**
     * Reads it from the file's root; without the key there is no such listener.
     *
     * @throws ConfigurationException on a wrong key or value
     */
    public static Optional<Placed> read(Section root) throws ConfigurationException {
        if (!root.has(KEY)) {
            return Optional.empty();
        }
        Section section = root.section(KEY, KEYS);
        int port = section.number("port", new Section.Bounds(1, 65_535, ""), 9990);
        return Optional.of(new Placed(section, new AdminListener(address(section), port)));
    }

    private static String address(Section section) throws ConfigurationException {
        String allowed = "an IP address or a host name of this machine";
        String address = section.text("address", allowed, "127.0.0.1");
        if (!ADDRESS.matcher(address).matches()) {
            throw section.refused("address", address, allowed);
        }
        return address;
    }
}
