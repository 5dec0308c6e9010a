package org.wsproof.proxy.config.policy;

/**
 * A client that is let in by its key.
 *
 * @param id value of X-IBM-Client-Id; visible ASCII
 * @param secret value of X-IBM-Client-Secret; empty where the client has none
 * @param name what the log calls it; never the id, which is a credential
 */
public record ApiClient(String id, String secret, String name) {
    /** Only the name: what is written to a log must not let anybody in. */
    @Override
    public String toString() {
        return name;
    }
}
