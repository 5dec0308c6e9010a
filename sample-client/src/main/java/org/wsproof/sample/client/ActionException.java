package org.wsproof.sample.client;

/** The client was told to do something it can't; the message is one line for the person who said so. */
public final class ActionException extends Exception {
    private static final long serialVersionUID = 1L;

    ActionException(String message) {
        super(message);
    }
}
