package org.wsproof.sample.client;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One thing the client does, after the one before it is done. */
public sealed interface Action {
    /** The actions' names, as in a script. */
    List<String> NAMES = List.of("text", "file", "ping", "wait", "expect", "expect-file", "expect-close", "close");

    /** Sends one message. */
    record Send(Message message) implements Action {}

    /** Sends a Ping without payload; the Pong is printed when it comes. */
    record Ping() implements Action {}

    /** Does nothing for a time, or until the connection ends. */
    record Wait(Duration time) implements Action {}

    /** Waits for the next message that equals this one; those before it are passed over for good. */
    record Expect(Message message) implements Action {}

    /** Waits for the server's Close with this code; 1006 stands for an end without one (RFC 6455 §7.1.5). */
    record ExpectClose(int code) implements Action {}

    /** Sends a Close with this code, and waits for the server's. */
    record Close(int code) implements Action {}

    /**
     * Reads an action.
     *
     * @param name one of {@link #NAMES}
     * @param value text, a file (looked up in {@code folder}), a time such as {@code 500ms}, {@code 5s}, {@code 2m}, or a
     *     status code; empty for a ping
     * @throws ActionException if there is no such action, the value is not what it needs, or a file can't be read
     */
    static Action parse(String name, String value, Path folder) throws ActionException {
        return switch (name) {
            case "text" -> new Send(new Message.Text(value));
            case "file" -> new Send(Values.octets(folder, value));
            case "ping" -> Values.none(name, value);
            case "wait" -> new Wait(Values.time(value));
            case "expect" -> new Expect(new Message.Text(value));
            case "expect-file" -> new Expect(Values.octets(folder, value));
            case "expect-close" -> new ExpectClose(Values.code(value, true));
            case "close" -> new Close(Values.code(value, false));
            default ->
                throw new ActionException("'" + name + "' is no action: write one of " + String.join(", ", NAMES));
        };
    }

    /** What the actions' values may be. */
    final class Values {
        private static final Pattern TIME = Pattern.compile("([0-9]{1,6})(ms|s|m|)");
        private static final Map<String, Long> MILLIS = Map.of("ms", 1L, "s", 1000L, "", 1000L, "m", 60_000L);
        private static final Pattern CODE = Pattern.compile("[0-9]{4}");
        private static final int NO_CLOSE = 1006;

        private Values() {}

        private static Message octets(Path folder, String name) throws ActionException {
            Path file = folder.resolve(name);
            try {
                return new Message.Binary(ByteBuffer.wrap(Files.readAllBytes(file)));
            } catch (NoSuchFileException e) {
                throw new ActionException("there is no file " + file);
            } catch (IOException e) {
                throw new ActionException("the file " + file + " can't be read");
            }
        }

        private static Action none(String name, String value) throws ActionException {
            if (!value.isEmpty()) {
                throw new ActionException("'" + name + "' takes no value, found '" + value + "'");
            }
            return new Ping();
        }

        private static Duration time(String text) throws ActionException {
            Matcher form = TIME.matcher(text);
            if (!form.matches()) {
                throw new ActionException("'" + text + "' is no time: write 500ms, 5s or 2m");
            }
            return Duration.ofMillis(Long.parseLong(form.group(1)) * MILLIS.getOrDefault(form.group(2), 1000L));
        }

        /** RFC 6455 §7.4: 1004, 1005, 1006 and 1015 are never sent. */
        private static int code(String text, boolean received) throws ActionException {
            int code = CODE.matcher(text).matches() ? Integer.parseInt(text) : 0;
            boolean sendable =
                    (code >= 1000 && code <= 1003) || (code >= 1007 && code <= 1014) || (code >= 3000 && code <= 4999);
            if (!sendable && !(received && code == NO_CLOSE)) {
                throw new ActionException("'" + text + "' is no status code that a Close can carry: write 1000 to 1003,"
                        + " 1007 to 1014 or 3000 to 4999" + (received ? ", or 1006 for an end without a Close" : ""));
            }
            return code;
        }
    }
}
