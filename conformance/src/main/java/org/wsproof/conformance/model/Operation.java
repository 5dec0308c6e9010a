package org.wsproof.conformance.model;

/** What a target that declares the commands for it can be asked to do. */
public enum Operation {
    DRAIN,
    RELOAD,
    GAUGE
}
