package org.wsproof.proxy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.AppenderBase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;

/** What a logger and those below it say, stack traces too, for as long as it is open; nobody else hears it. */
public final class HeardLog implements AutoCloseable {
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Logger logger;
    private final Optional<Level> before;
    private final boolean additive;
    private final List<Appender<ILoggingEvent>> others = new ArrayList<>();
    private final AppenderBase<ILoggingEvent> appender = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
            IThrowableProxy thrown = event.getThrowableProxy();
            String trace = thrown == null ? "" : "\n" + ThrowableProxyUtil.asString(thrown);
            lines.add(event.getLevel() + " " + event.getLoggerName() + " " + event.getFormattedMessage() + trace);
        }
    };

    /** @param name a class's or package's, or {@code ROOT} for all */
    public HeardLog(String name, Level level) {
        logger = (Logger) LoggerFactory.getLogger(name);
        before = Optional.ofNullable(logger.getLevel());
        additive = logger.isAdditive();
        logger.setAdditive(false);
        logger.iteratorForAppenders().forEachRemaining(others::add);
        others.forEach(logger::detachAppender);
        appender.start();
        logger.addAppender(appender);
        logger.setLevel(level);
    }

    public List<String> lines() {
        return List.copyOf(lines);
    }

    @Override
    public void close() {
        logger.detachAppender(appender);
        others.forEach(logger::addAppender);
        logger.setAdditive(additive);
        logger.setLevel(before.orElse(null));
    }
}
