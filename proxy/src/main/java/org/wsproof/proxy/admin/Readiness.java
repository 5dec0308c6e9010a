package org.wsproof.proxy.admin;

/** Whether the gateway takes new work. */
public enum Readiness {
    /** Not all front side handlers accept connections yet. */
    STARTING("starting"),
    READY("ready"),
    /** It is about to stop. */
    DRAINING("draining");

    private final String word;

    Readiness(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }
}
