package org.wsproof.proxy.log;

import org.slf4j.Logger;

/** Says that something of the gateway's own failed, from where work must go on whatever comes of saying so. */
public final class FaultLog {
    private FaultLog() {}

    /**
     * Writes an error if that is possible. Where memory is out it may not be, and who is looking after others must not fail for it.
     *
     * @param arguments for the format's braces; a throwable last has its stack trace written
     */
    public static void say(Logger logger, String format, Object... arguments) {
        try {
            logger.error(format, arguments);
        } catch (RuntimeException | Error unsaid) {
            // There is nobody left to tell.
        }
    }
}
