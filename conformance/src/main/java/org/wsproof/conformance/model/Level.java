package org.wsproof.conformance.model;

/** How much a case weighs. */
public enum Level {
    /** An RFC binds an intermediary to it, or data is lost, or someone gets in: broken, the case has failed. */
    MUST,
    /** Good practice, or a contract of the kit's own: broken, the case warns. */
    SHOULD,
    /** Nobody is bound: the case reports which of the allowed ways the target goes. */
    OBSERVE
}
