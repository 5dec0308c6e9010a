package org.wsproof.cli.demo.scene;

/** A step observed something else than it is to show; the message says what was expected and what was observed. */
public final class StepException extends Exception {
    private static final long serialVersionUID = 1L;

    public StepException(String expected, String observed) {
        super("expected " + expected + ", but observed: " + observed);
    }
}
