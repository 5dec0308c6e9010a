package org.wsproof.junit;

import org.opentest4j.TestAbortedException;

/** A case that was not put to the target, or does not count; JUnit aborts its test. */
final class NotTestedException extends TestAbortedException {
    private static final long serialVersionUID = 1L;

    NotTestedException(String why) {
        super(why);
    }

    @Override
    public Throwable fillInStackTrace() {
        return this;
    }
}
