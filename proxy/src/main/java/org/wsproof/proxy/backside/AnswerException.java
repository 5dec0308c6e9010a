package org.wsproof.proxy.backside;

import java.io.IOException;

/** The origin's answer breaks HTTP/1.1, or a limit; the message says how. A gateway then answers 502 (RFC 9110 §15.6.3). */
public final class AnswerException extends IOException {
    private static final long serialVersionUID = 1L;

    AnswerException(String message) {
        super(message);
    }
}
