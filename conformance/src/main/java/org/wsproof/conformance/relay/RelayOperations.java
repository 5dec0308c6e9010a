package org.wsproof.conformance.relay;

import java.util.EnumSet;
import java.util.Set;
import org.wsproof.conformance.model.Step.Operation;
import org.wsproof.conformance.relay.fault.Fault;
import org.wsproof.conformance.relay.fault.Faults;
import org.wsproof.conformance.relay.link.Connections;
import org.wsproof.conformance.relay.tunnel.Tunnels;
import org.wsproof.conformance.targets.Operations;

/** What the relay does when it is told to by whoever runs it. */
record RelayOperations(Frontside frontside, Connections connections) implements Operations {
    @Override
    public Set<Operation> offered() {
        return EnumSet.allOf(Operation.class);
    }

    /** Stops accepting, says 1001 in each tunnel, and ends those that are left when the time is over. */
    @Override
    public void drain() {
        Terms terms = frontside.terms();
        Faults faults = terms.faults();
        Tunnels tunnels = terms.tunnels();
        if (!faults.has(Fault.DRAIN_KEEPS_ACCEPTING)) {
            frontside.close();
        }
        if (faults.has(Fault.DRAIN_RESETS)) {
            tunnels.reset();
        } else if (faults.has(Fault.DRAIN_WAITS_FOR_WRITERS)) {
            terms.threads().run(() -> {
                tunnels.sayGoingAwayPatiently();
                endLater(terms);
            });
        } else {
            if (!faults.has(Fault.DRAIN_SAYS_NOTHING)) {
                tunnels.sayGoingAway();
            }
            endLater(terms);
        }
    }

    private static void endLater(Terms terms) {
        if (!terms.faults().has(Fault.DRAIN_WAITS_FOR_TUNNELS)) {
            terms.threads().after(terms.timers().drain(), terms.tunnels()::close);
        }
    }

    /** Connections that are accepted from now on have the new terms; those that are open keep theirs. */
    @Override
    public void reload() {
        Terms old = frontside.terms();
        frontside.take(old.renewed());
        if (old.faults().has(Fault.RELOAD_ENDS_TUNNELS)) {
            old.tunnels().close();
        }
        if (old.faults().has(Fault.RELOAD_STOPS_ACCEPTING)) {
            frontside.close();
        }
    }

    /** The relay is no process of its own: its connections are what it has open. */
    @Override
    public long descriptors() {
        return connections.open();
    }
}
