package org.wsproof.junit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.wsproof.conformance.relay.SoundRelay;
import org.wsproof.conformance.relay.fault.Fault;
import org.wsproof.conformance.targets.Timers;

/** Test classes as a team would write them, which other tests have JUnit run. */
final class Factories {
    static final String VIA = "headers/via-added";
    static final String BASIC = "handshake/basic";
    static final String NEEDS_MORE = "tls-backside/expired-refused";

    private Factories() {}

    /** A sound proxy that the kit starts, and a choice of suites and cases. */
    static final class Sound {
        static final AtomicInteger STOPPED = new AtomicInteger();

        @TestFactory
        Stream<DynamicNode> cases() throws Exception {
            return WsproofTests.against(new Stopped(new SoundRelay(), STOPPED))
                    .cases(VIA, "close/data-after-close", NEEDS_MORE)
                    .suites("handshake")
                    .without("handshake/*-*")
                    .tests();
        }
    }

    /** The same with one fault. */
    static final class WithoutVia {
        @TestFactory
        Stream<DynamicNode> cases() throws Exception {
            return WsproofTests.against(new SoundRelay(Fault.NO_VIA))
                    .cases(VIA, BASIC)
                    .tests();
        }
    }

    static final class BreaksAShould {
        @TestFactory
        Stream<DynamicNode> forgiven() throws Exception {
            return tests().tests();
        }

        @TestFactory
        Stream<DynamicNode> failing() throws Exception {
            return tests().warningsFail().tests();
        }

        private static WsproofTests tests() {
            return WsproofTests.against(new SoundRelay(Fault.FORWARDS_HOP_BY_HOP))
                    .cases("headers/hop-by-hop-fields-removed");
        }
    }

    /** The fault is listed; and a list that a proxy without the fault has outgrown. */
    static final class Listed {
        @TempDir
        Path folder = Path.of("");

        @TestFactory
        Stream<DynamicNode> faulty() throws Exception {
            return tests(new SoundRelay(Fault.NO_VIA)).tests();
        }

        @TestFactory
        Stream<DynamicNode> mended() throws Exception {
            return tests(new SoundRelay()).tests();
        }

        private WsproofTests tests(SoundRelay relay) throws IOException {
            Path list = Files.writeString(folder.resolve("known-failing"), VIA + " # has no name\n");
            return WsproofTests.against(relay).cases(VIA, BASIC).knownFailing(list);
        }
    }

    static final class Mistaken {
        @TestFactory
        Stream<DynamicNode> suite() throws Exception {
            return WsproofTests.against(new SoundRelay()).suites("handshakes").tests();
        }

        @TestFactory
        Stream<DynamicNode> pattern() throws Exception {
            return WsproofTests.against(new SoundRelay()).without("close/*z").tests();
        }

        @TestFactory
        Stream<DynamicNode> nothingLeft() throws Exception {
            return WsproofTests.against(new SoundRelay())
                    .cases(BASIC)
                    .without("handshake/*")
                    .tests();
        }

        @TestFactory
        Stream<DynamicNode> list() throws Exception {
            return WsproofTests.against(new SoundRelay())
                    .knownFailing(Path.of("no-such-list"))
                    .tests();
        }

        @TestFactory
        Stream<DynamicNode> unreachable() throws Exception {
            return WsproofTests.against(RunningProxy.at("ws://127.0.0.1:1/", KitAddress.free()))
                    .tests();
        }
    }

    /** A proxy that somebody else started, with its backside at an address that was asked for first. */
    static final class Running {
        private final KitAddress origin = KitAddress.free();
        private final StartedRelay relay = StartedRelay.inFrontOf(origin);

        Running() throws IOException {}

        @TestFactory
        Stream<DynamicNode> cases() throws Exception {
            Timers timers = Timers.none().withIdle(Duration.ofSeconds(1));
            RunningProxy proxy = RunningProxy.named("relay")
                    .plain(relay.frontside(), origin)
                    .shortTimers(relay.frontsideWithShortTimers(), origin, timers);
            return WsproofTests.against(proxy)
                    .cases(BASIC, NEEDS_MORE, "idle-timeout/ends-both-legs")
                    .tests()
                    .onClose(relay::close);
        }

        @TestFactory
        Stream<DynamicNode> nothingThatItOffers() throws Exception {
            return WsproofTests.against(RunningProxy.at(relay.frontside(), origin))
                    .cases(NEEDS_MORE)
                    .tests()
                    .onClose(relay::close);
        }
    }
}
