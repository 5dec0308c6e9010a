package org.wsproof.proxy.policy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import org.wsproof.proxy.config.policy.ApiClient;
import org.wsproof.proxy.http.Refusal;

/**
 * Lets in who has the key of a known client: X-IBM-Client-Id, and X-IBM-Client-Secret where that client has one. However
 * wrong a key is, it takes as long to say so: digests are compared, of all clients, each to its end.
 */
public final class ApiKeyRule implements Rule {
    private static final String ID = "X-IBM-Client-Id";
    private static final String SECRET = "X-IBM-Client-Secret";

    /** A 401 must have a challenge (RFC 9110 §15.5.2); there is no registered one for keys. */
    private static final Refusal REFUSAL = new Refusal.Unauthorized(List.of("ApiKey"));

    private final List<Known> clients;

    /** A client, as digests of what it must show. */
    private static final class Known {
        private final String name;
        private final byte[] id;
        private final byte[] secret;
        private final boolean hasSecret;

        Known(ApiClient client) {
            this.name = client.name();
            this.id = digest(client.id());
            this.secret = digest(client.secret());
            this.hasSecret = !client.secret().isEmpty();
        }
    }

    public ApiKeyRule(List<ApiClient> clients) {
        this.clients = clients.stream().map(Known::new).toList();
    }

    @Override
    public Verdict verdict(Asking asking) {
        List<String> ids = asking.head().fields().values(ID);
        List<String> secrets = asking.head().fields().values(SECRET);
        if (ids.size() != 1 || secrets.size() > 1) {
            return denied(ids.isEmpty() ? "no " + ID : "more than one " + ID + " or " + SECRET);
        }
        byte[] id = digest(ids.get(0));
        byte[] secret = digest(secrets.isEmpty() ? "" : secrets.get(0));
        boolean allowed = false;
        String whose = "nobody we know";
        for (Known client : clients) {
            boolean known = MessageDigest.isEqual(id, client.id);
            boolean right = MessageDigest.isEqual(secret, client.secret);
            allowed |= known && (right || !client.hasSecret);
            whose = known ? client.name : whose;
        }
        return allowed ? new Verdict.Allowed() : denied("the key is of " + whose + ", without the right secret");
    }

    private static Verdict denied(String reason) {
        return new Verdict.Denied(REFUSAL, reason);
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.ISO_8859_1));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
