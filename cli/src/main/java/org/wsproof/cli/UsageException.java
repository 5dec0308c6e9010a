package org.wsproof.cli;

/** The command was called in a way that it can't do; the message is one line for the person who called it. */
public final class UsageException extends Exception {
    private static final long serialVersionUID = 1L;

    public UsageException(String message) {
        super(message);
    }
}
