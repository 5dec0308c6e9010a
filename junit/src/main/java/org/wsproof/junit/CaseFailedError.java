package org.wsproof.junit;

/** A case that the target fails. It has no stack trace: nothing in the kit's code, nor in a test's, says more than its message. */
final class CaseFailedError extends AssertionError {
    private static final long serialVersionUID = 1L;

    CaseFailedError(String message) {
        super(message);
    }

    @Override
    public Throwable fillInStackTrace() {
        return this;
    }
}
