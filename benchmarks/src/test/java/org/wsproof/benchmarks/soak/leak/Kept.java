package org.wsproof.benchmarks.soak.leak;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.LoggerFactory;

/**
 * What a planted leak keeps, in the gateway's process. Public and static, since what calls it is woven into other classes.
 */
public final class Kept {
    private static final int OCTETS = 64 * 1024;
    private static final int SELDOM = 25;

    private static final List<Object> THINGS = Collections.synchronizedList(new ArrayList<>());
    private static final Set<Object> NEVER_CLOSED =
            Collections.synchronizedSet(Collections.newSetFromMap(new IdentityHashMap<>()));
    private static final AtomicInteger CALLS = new AtomicInteger();

    private Kept() {}

    /** Now and then true. */
    public static boolean now() {
        return CALLS.incrementAndGet() % SELDOM == 0;
    }

    /** Keeps a descriptor. */
    public static void file() {
        try {
            THINGS.add(new FileInputStream("/dev/null"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keeps some heap. */
    public static void heap() {
        THINGS.add(new byte[OCTETS]);
    }

    /** Keeps some direct memory. */
    public static void directMemory() {
        THINGS.add(ByteBuffer.allocateDirect(OCTETS));
    }

    /** Logs what a gateway should not. */
    public static void log() {
        LoggerFactory.getLogger("org.wsproof.proxy.Planted").error("planted");
    }

    /** Marks the connection if the request that it is for names the way that leaks. */
    public static void connected(Object request, Object connection) {
        try {
            Method accessor = request.getClass().getDeclaredMethod("head");
            accessor.setAccessible(true);
            ByteBuffer head = (ByteBuffer) accessor.invoke(request);
            String text = StandardCharsets.ISO_8859_1
                    .decode(head.duplicate().rewind())
                    .toString();
            String way = Files.readString(Path.of(System.getProperty(LeakAgent.FILE, "")));
            if (text.contains("?way=" + way + " ")) {
                NEVER_CLOSED.add(connection);
            }
        } catch (IOException | ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether the connection is one that leaks. */
    public static boolean neverClosed(Object connection) {
        return NEVER_CLOSED.contains(connection);
    }
}
