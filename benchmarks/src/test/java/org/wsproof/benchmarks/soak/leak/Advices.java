package org.wsproof.benchmarks.soak.leak;

import java.nio.ByteBuffer;
import net.bytebuddy.asm.Advice;

/** What is woven into the beginning of a method. */
final class Advices {
    private Advices() {}

    static final class Skips {
        private Skips() {}

        @Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
        static boolean enter() {
            return true;
        }
    }

    static final class OpensAFile {
        private OpensAFile() {}

        @Advice.OnMethodEnter
        static void enter() {
            Kept.file();
        }
    }

    static final class KeepsHeap {
        private KeepsHeap() {}

        @Advice.OnMethodEnter
        static void enter() {
            Kept.heap();
        }
    }

    static final class KeepsDirectMemory {
        private KeepsDirectMemory() {}

        @Advice.OnMethodEnter
        static void enter() {
            Kept.directMemory();
        }
    }

    static final class Logs {
        private Logs() {}

        @Advice.OnMethodEnter
        static void enter() {
            if (Kept.now()) {
                Kept.log();
            }
        }
    }

    static final class ChangesAnOctet {
        private ChangesAnOctet() {}

        @Advice.OnMethodEnter
        static void enter(@Advice.Argument(0) ByteBuffer octets) {
            if (octets.remaining() > 0 && Kept.now()) {
                int last = octets.limit() - 1;
                octets.put(last, (byte) (octets.get(last) ^ 1));
            }
        }
    }

    static final class LosesAnOctet {
        private LosesAnOctet() {}

        @Advice.OnMethodEnter
        static void enter(@Advice.Argument(0) ByteBuffer octets) {
            if (octets.remaining() > 0 && Kept.now()) {
                octets.limit(octets.limit() - 1);
            }
        }
    }

    static final class MarksAConnection {
        private MarksAConnection() {}

        @Advice.OnMethodEnter
        static void enter(@Advice.FieldValue("request") Object request, @Advice.Argument(0) Object connection) {
            Kept.connected(request, connection);
        }
    }

    static final class ClosesAllButTheMarked {
        private ClosesAllButTheMarked() {}

        @Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
        static boolean enter(@Advice.This Object connection) {
            return Kept.neverClosed(connection);
        }
    }
}
