package org.wsproof.proxy.frontside;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.LoggerFactory;
import org.wsproof.proxy.Peer;
import org.wsproof.proxy.Rig;

/** What the log says of a request that is refused. */
@Timeout(30)
final class RefusalLogTest {
    /** U+009B begins an escape sequence on a terminal. */
    @Test
    void anOriginsControlCharactersAreNotAmongIt() throws IOException {
        Logger logger = (Logger) LoggerFactory.getLogger(RefusalAnswer.class);
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        lines.start();
        logger.setLevel(Level.WARN);
        logger.addAppender(lines);
        try (Rig rig = new Rig()) {
            Peer client = rig.client().send(Rig.REQUEST);
            Peer origin = rig.accept();
            origin.readHead();
            origin.send(Rig.head("HTTP/1.1 101 Yes", "Connection: Upgrade", "Upgrade: a\u009b31m"));
            assertThat(client.readHead()).startsWith("HTTP/1.1 502 ");
            assertThat(lines.list)
                    .singleElement()
                    .satisfies(line -> assertThat(line.getFormattedMessage())
                            .contains("must have Upgrade: websocket")
                            .doesNotContainPattern("\\p{Cc}"));
        } finally {
            logger.detachAppender(lines);
            logger.setLevel(null);
        }
    }
}
