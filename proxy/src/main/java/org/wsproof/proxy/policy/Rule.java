package org.wsproof.proxy.policy;

/** A policy that decides at once, on what it has at hand. Thread-safe. */
public interface Rule {
    /** What this policy says of a request. */
    Verdict verdict(Asking asking);
}
