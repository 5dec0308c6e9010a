package org.wsproof.conformance.targets.recipes;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wsproof.conformance.model.Profile;
import org.wsproof.conformance.targets.Site;

/** A proxy's configuration, shipped beside this class, in which <code>{{name}}</code> stands for what is only known at the start. */
final class Template {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([a-z.-]+)}}");

    private final String name;

    Template(String name) {
        this.name = name;
    }

    /**
     * Writes the filled configuration into the site's folder.
     *
     * @param arguments of the command that uses it; <code>{{configuration}}</code> stands for its path
     * @return the arguments, filled likewise
     * @throws IOException if it can't be written
     * @throws IllegalStateException if it names what is not known, an origin that the site lacks for instance
     */
    List<String> write(Site site, Map<Profile, InetSocketAddress> frontsides, List<String> arguments)
            throws IOException {
        Path file = at(site);
        Map<String, String> values = values(site, frontsides);
        values.put("configuration", file.toString());
        values.put("certificate-and-key", joined(site).toString());
        Files.writeString(file, filled(text(), values));
        return arguments.stream().map(argument -> filled(argument, values)).toList();
    }

    /** Where the configuration is. */
    Path at(Site site) {
        return site.folder().resolve(name);
    }

    private String filled(String text, Map<String, String> values) {
        return PLACEHOLDER.matcher(text).replaceAll(found -> {
            String value = values.get(found.group(1));
            if (value == null) {
                throw new IllegalStateException(name + ": nothing is known for " + found.group());
            }
            return Matcher.quoteReplacement(value);
        });
    }

    private String text() throws IOException {
        try (InputStream resource = Template.class.getResourceAsStream(name)) {
            if (resource == null) {
                throw new FileNotFoundException("resource " + name);
            }
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Map<String, String> values(Site site, Map<Profile, InetSocketAddress> frontsides) {
        Map<String, String> values = new HashMap<>();
        frontsides.forEach((profile, address) -> put(values, profile.slug() + ".frontside", address));
        site.origins().forEach((profile, address) -> put(values, profile.slug() + ".origin", address));
        site.authority().ifPresent(address -> put(values, "authority", address));
        values.put("folder", site.folder().toString());
        values.put("trusted", site.trusted().toString());
        values.put("certificate", site.frontCertificate().toString());
        values.put("key", site.frontKey().toString());
        values.put("user", System.getProperty("user.name"));
        return values;
    }

    /** For those that want both in one file. */
    private static Path joined(Site site) throws IOException {
        String pem = Files.readString(site.frontCertificate()) + "\n" + Files.readString(site.frontKey());
        return Files.writeString(site.folder().resolve("certificate-and-key.pem"), pem);
    }

    private static void put(Map<String, String> values, String key, InetSocketAddress address) {
        values.put(key, address.getAddress().getHostAddress() + ":" + address.getPort());
        values.put(key + "-port", Integer.toString(address.getPort()));
    }
}
