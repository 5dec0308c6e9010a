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
public final class Template {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([a-z.-]+)}}");

    private final String name;
    private final Map<String, String> settings;

    /** @param name of a resource beside this class */
    public Template(String name) {
        this(name, Map.of());
    }

    /** @param settings further placeholders, and what they stand for */
    private Template(String name, Map<String, String> settings) {
        this.name = name;
        this.settings = Map.copyOf(settings);
    }

    /** The same where these settings hold. */
    public Template with(Map<String, String> replaced) {
        Map<String, String> all = new HashMap<>(settings);
        all.putAll(replaced);
        return new Template(name, all);
    }

    /** What its file is called. */
    public String name() {
        return name;
    }

    /**
     * A filled template.
     *
     * @param configuration the file's text
     * @param arguments of the command that uses it
     */
    public record Filled(String configuration, List<String> arguments) {}

    /**
     * Fills it for a proxy that reads its files where the site says; writes none.
     *
     * @param arguments of the command that uses it; <code>{{configuration}}</code> stands for the file of this name in the site's folder,
     *     <code>{{certificate-and-key}}</code> for {@link Joined}'s
     * @throws IOException if the resource can't be read
     * @throws IllegalStateException if it names what is not known, an origin that the site lacks for instance
     */
    public Filled fill(Site site, Map<Profile, InetSocketAddress> frontsides, List<String> arguments)
            throws IOException {
        Map<String, String> values = values(site, frontsides);
        values.put("configuration", at(site).toString());
        values.put("certificate-and-key", Joined.at(site).toString());
        values.putAll(settings);
        return new Filled(
                filled(text(), values),
                arguments.stream().map(argument -> filled(argument, values)).toList());
    }

    /** Where the configuration is. */
    public Path at(Site site) {
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

    private static void put(Map<String, String> values, String key, InetSocketAddress address) {
        values.put(key, address.getAddress().getHostAddress() + ":" + address.getPort());
        values.put(key + "-port", Integer.toString(address.getPort()));
    }

    /** The frontside's certificate and its key, for proxies that want both in one file. */
    public static final class Joined {
        private Joined() {}

        /** Where it is. */
        public static Path at(Site site) {
            return site.folder().resolve("certificate-and-key.pem");
        }

        /**
         * Its text.
         *
         * @throws IOException if one of the two can't be read
         */
        public static String text(Site site) throws IOException {
            return Files.readString(site.frontCertificate()) + "\n" + Files.readString(site.frontKey());
        }
    }
}
