package org.wsproof.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/** What the command said and how it exited. */
record Called(int exit, String out, String err) {
    static Called with(String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exit = Main.run(args, new PrintWriter(out, true), new PrintWriter(err, true));
        return new Called(exit, out.toString(), err.toString());
    }
}
