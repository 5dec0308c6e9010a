package org.wsproof.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.function.Consumer;

/** Output that does something as soon as a text is printed, before the command goes on; once. */
final class Reacting extends StringWriter {
    private final String text;
    private final Consumer<String> reaction;
    private boolean reacted;

    private Reacting(String text, Consumer<String> reaction) {
        this.text = text;
        this.reaction = reaction;
    }

    /**
     * Runs the command.
     *
     * @param reaction gets all that was printed so far
     */
    static Called to(String text, Consumer<String> reaction, String... args) {
        Reacting out = new Reacting(text, reaction);
        StringWriter err = new StringWriter();
        int exit = Main.run(args, new PrintWriter(out, true), new PrintWriter(err, true));
        return new Called(exit, out.toString(), err.toString());
    }

    @Override
    public void flush() {
        super.flush();
        if (!reacted && toString().contains(text)) {
            reacted = true;
            reaction.accept(toString());
        }
    }
}
