package org.wsproof.conformance.relay.link;

/** How strictly the chunked coding is read (RFC 9112 §7.1); all but the first are for faults. */
public enum ChunkGrammar {
    STRICT,
    /** Whatever digits a chunk's first line begins with, behind a sign perhaps, are its size. */
    FIRST_DIGITS,
    /** Of a size that needs more than 64 bits the last 64 count. */
    WRAPPING,
    /** What stands behind a chunk instead of CR LF is skipped. */
    LOOSE_ENDS
}
