package org.wsproof.proxy.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Queue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.wsproof.proxy.HeardLog;

/** How much strangers can write into the log; the test says when a second is over. */
final class BoundedLogTest {
    private static final String NAME = BoundedLogTest.class.getName();

    private final Queue<Runnable> atSecondsEnd = new ArrayDeque<>();
    private final BoundedLog log = new BoundedLog(LoggerFactory.getLogger(NAME), 3, atSecondsEnd::add);
    private final HeardLog heard = new HeardLog(NAME, ch.qos.logback.classic.Level.INFO);

    @AfterEach
    void close() {
        heard.close();
    }

    private void write(String kind, int times) {
        for (int i = 1; i <= times; i++) {
            log.log(Level.INFO, kind, "{} {}", kind, i);
        }
    }

    private void endSecond() {
        for (int i = atSecondsEnd.size(); i > 0; i--) {
            atSecondsEnd.remove().run();
        }
    }

    @Test
    void soManyLinesOfAKindAreWrittenAndTheRestIsCounted() {
        write("odd", 1000);
        assertThat(heard.lines()).hasSize(3).last().asString().endsWith(" odd 3");
        endSecond();
        assertThat(heard.lines()).hasSize(4).last().asString().endsWith(" ... and 997 more in the last second: odd");
    }

    @Test
    void oneKindsFloodTakesNoRoomOfAnother() {
        write("odd", 1000);
        write("even", 1);
        assertThat(heard.lines()).last().asString().endsWith(" even 1");
    }

    @Test
    void afterASecondThereIsRoomAgain() {
        write("odd", 4);
        endSecond();
        write("odd", 4);
        assertThat(heard.lines()).hasSize(3 + 1 + 3);
        endSecond();
        assertThat(heard.lines()).hasSize(3 + 1 + 3 + 1);
        endSecond();
        assertThat(heard.lines()).hasSize(3 + 1 + 3 + 1);
    }

    @Test
    void whereNothingIsHeldBackNothingIsSaidOfIt() {
        write("odd", 3);
        endSecond();
        assertThat(heard.lines()).hasSize(3);
        assertThat(atSecondsEnd).isEmpty();
    }
}
