package org.wsproof.benchmarks.soak.leak;

import static net.bytebuddy.matcher.ElementMatchers.hasDescriptor;
import static net.bytebuddy.matcher.ElementMatchers.named;

import java.lang.instrument.Instrumentation;
import net.bytebuddy.agent.builder.AgentBuilder;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.matcher.ElementMatcher;
import net.bytebuddy.pool.TypePool;

/**
 * Plants one leak as a process starts: {@code -javaagent:AGENT.jar=LEAK}, or {@code =file:FILE} where backside connections of the
 * way that the file names at the time are never closed.
 */
public final class LeakAgent {
    /** How the argument begins that names a file instead of a leak. */
    static final String OF_WAY = "file:";

    /** The system property with the file. */
    static final String FILE = "soak.leak.file";

    private LeakAgent() {}

    /** Called before the program's own {@code main}; an exception here ends the process. */
    public static void premain(String argument, Instrumentation instrumentation) {
        if (argument.startsWith(OF_WAY)) {
            System.setProperty(FILE, argument.substring(OF_WAY.length()));
            plant(Place.BACKSIDE_CONNECTED, Advices.MarksAConnection.class, instrumentation);
            plant(Place.CONNECTION_CLOSED, Advices.ClosesAllButTheMarked.class, instrumentation);
        } else {
            Leak leak = Leak.valueOf(argument);
            plant(leak.place(), leak.advice(), instrumentation);
        }
    }

    private static void plant(Place place, Class<?> advice, Instrumentation instrumentation) {
        ElementMatcher.Junction<MethodDescription> method = method(place);
        require(place, method);
        new AgentBuilder.Default()
                .type(named(place.type()))
                .transform((builder, type, loader, module, domain) ->
                        builder.visit(Advice.to(advice).on(method)))
                .installOn(instrumentation);
    }

    /** A method that is not there would be no leak, and the soak's success no news. */
    static void require(Place place, ElementMatcher<MethodDescription> method) {
        boolean there = TypePool.Default.ofSystemLoader().describe(place.type()).resolve().getDeclaredMethods().stream()
                .anyMatch(method::matches);
        if (!there) {
            throw new IllegalStateException("there is no method " + place.type() + "." + place.method() + " "
                    + place.descriptor() + " to plant a leak into");
        }
    }

    static ElementMatcher.Junction<MethodDescription> method(Place place) {
        return named(place.method()).<MethodDescription>and(hasDescriptor(place.descriptor()));
    }
}
