package org.wsproof.proxy.config.policy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.wsproof.proxy.config.yaml.ConfigurationException;
import org.wsproof.proxy.config.yaml.SecretFile;
import org.wsproof.proxy.config.yaml.Section;

/** Reads {@code api-key}: a file of its own, so that the configuration can be passed around. */
final class ClientsReader {
    private static final String CLIENTS = "clients";
    private static final List<String> KEYS = List.of("client-id", "client-secret", "name");
    private static final String ALLOWED = "one or more visible ASCII characters";
    private static final Pattern KEY = Pattern.compile("[!-~]+");

    private ClientsReader() {}

    static List<ApiClient> read(Section parent, String key) throws ConfigurationException {
        Section section = parent.section(key, List.of("file"));
        Path file = section.file("file", "a YAML file with the key " + CLIENTS);
        SecretFile.warnIfOpen("the API keys", file);
        List<ApiClient> clients = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Section each : Section.readSecret(file, List.of(CLIENTS), CLIENTS).sections(CLIENTS, KEYS)) {
            String id = secret(each, "client-id", each.required("client-id", ALLOWED));
            if (!ids.add(id)) {
                throw each.wrong("client-id", "is that of another client too; allowed: one of its own");
            }
            String secret = each.has("client-secret")
                    ? secret(each, "client-secret", each.required("client-secret", ALLOWED))
                    : "";
            clients.add(new ApiClient(id, secret, each.text("name", "a name for the log", "client " + ids.size())));
        }
        return clients;
    }

    /** The mistake does not show the value: error messages end up in tickets. */
    private static String secret(Section section, String key, String value) throws ConfigurationException {
        if (!KEY.matcher(value).matches()) {
            throw section.wrong(key, "is empty or has other characters; allowed: " + ALLOWED);
        }
        return value;
    }
}
