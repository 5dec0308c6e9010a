package org.wsproof.proxy.config.tls;

/** Why a file gives no certificate or no key. */
public final class IdentityException extends Exception {
    private static final long serialVersionUID = 1;

    private final Part part;

    /** What of an identity is at fault. */
    public enum Part {
        /** The certificate, or the chain behind it. */
        CERTIFICATE,
        /** The private key. */
        KEY,
        /** The PKCS#12 file. */
        KEYSTORE,
        /** The file with the PKCS#12 file's password. */
        PASSWORD
    }

    /**
     * @param problem what is wrong and what is expected, to stand behind a key of the configuration file; it never holds
     *     anything secret
     */
    IdentityException(Part part, String problem) {
        super(problem);
        this.part = part;
    }

    /** What is at fault. */
    public Part part() {
        return part;
    }

    /** What is wrong and what is expected. */
    public String problem() {
        return String.valueOf(getMessage());
    }
}
