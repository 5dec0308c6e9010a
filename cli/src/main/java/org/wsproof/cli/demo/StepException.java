package org.wsproof.cli.demo;

/** A step observed something else than it is to show; the message says what was expected and what was observed. */
final class StepException extends Exception {
    private static final long serialVersionUID = 1L;

    StepException(String expected, String observed) {
        super("expected " + expected + ", but observed: " + observed);
    }
}
