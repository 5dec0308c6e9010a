package org.wsproof.conformance.relay.link;

/** Where an inlet's octets go once they have been taken over; called by one thread at a time, in order. */
public interface Drain {
    /** Takes octets; blocking here is what holds the peer back. */
    void octets(byte[] octets, int length);

    /** The last call: nothing follows. */
    void ended(End how);
}
