package org.wsproof.proxy.policy;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Tells clients apart for limits by address. */
final class Addresses {
    /** What one customer of a network gets of IPv6: a limit on each single address of it would limit nobody. */
    private static final int PREFIX_OCTETS = 8;

    private Addresses() {}

    /** The address itself, or for IPv6 its first 64 bits. */
    static String key(String address) {
        if (address.indexOf(':') < 0) {
            return address;
        }
        try {
            byte[] octets = InetAddress.getByName(address).getAddress();
            StringBuilder key = new StringBuilder(2 * PREFIX_OCTETS);
            for (int i = 0; i < Math.min(PREFIX_OCTETS, octets.length); i++) {
                key.append(String.format("%02x", octets[i]));
            }
            return key.toString();
        } catch (UnknownHostException noAddress) {
            return address;
        }
    }
}
