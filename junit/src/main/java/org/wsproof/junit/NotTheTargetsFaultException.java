package org.wsproof.junit;

/** A case that says nothing of the target: the kit is at fault, or the case could not be put to it. */
final class NotTheTargetsFaultException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotTheTargetsFaultException(String message) {
        super(message);
    }

    @Override
    public Throwable fillInStackTrace() {
        return this;
    }
}
