package org.wsproof.conformance.cases;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.wsproof.conformance.cases.close.CloseSuite;
import org.wsproof.conformance.cases.echo.EchoSuite;
import org.wsproof.conformance.cases.flow.FlowControlSuite;
import org.wsproof.conformance.cases.handshake.HandshakeSuite;
import org.wsproof.conformance.cases.headers.HeaderSuite;
import org.wsproof.conformance.cases.idle.IdleTimeoutSuite;
import org.wsproof.conformance.cases.isolation.IsolationSuite;
import org.wsproof.conformance.cases.lifecycle.LifecycleSuite;
import org.wsproof.conformance.cases.methods.MethodSuite;
import org.wsproof.conformance.cases.passthrough.PassthroughSuite;
import org.wsproof.conformance.cases.policy.PolicySuite;
import org.wsproof.conformance.cases.refusals.RefusalSuite;
import org.wsproof.conformance.cases.smuggling.SmugglingSuite;
import org.wsproof.conformance.cases.tls.TlsBacksideSuite;
import org.wsproof.conformance.cases.tls.TlsFrontsideSuite;
import org.wsproof.conformance.model.Case;

/** Every case that the kit has, suite by suite, in an order that never depends on anything. */
public final class Catalogue {
    private Catalogue() {}

    public static List<Case> all() {
        return suites().values().stream().flatMap(List::stream).toList();
    }

    /** The cases of each suite, under its name. */
    public static Map<String, List<Case>> suites() {
        Map<String, List<Case>> suites = new LinkedHashMap<>();
        suites.put("handshake", HandshakeSuite.all());
        suites.put("methods", MethodSuite.all());
        suites.put("refusals", RefusalSuite.all());
        suites.put("headers", HeaderSuite.all());
        suites.put("smuggling", SmugglingSuite.all());
        suites.put("passthrough", PassthroughSuite.all());
        suites.put("close", CloseSuite.all());
        suites.put("idle-timeout", IdleTimeoutSuite.all());
        suites.put("flow-control", FlowControlSuite.all());
        suites.put("lifecycle", LifecycleSuite.all());
        suites.put("isolation", IsolationSuite.all());
        suites.put("tls-frontside", TlsFrontsideSuite.all());
        suites.put("tls-backside", TlsBacksideSuite.all());
        suites.put("policy", PolicySuite.all());
        suites.put("isolation", IsolationSuite.all());
        suites.put("echo", EchoSuite.all());
        return Collections.unmodifiableMap(suites);
    }

    /** The cases that one end can judge, depending on none but each other. */
    public static List<Case> oneSided() {
        List<Case> cases = all().stream().filter(Case::oneSided).toList();
        Set<String> ids = cases.stream().map(Case::id).collect(Collectors.toUnmodifiableSet());
        return cases.stream().map(subject -> subject.dependingOnlyOn(ids)).toList();
    }
}
