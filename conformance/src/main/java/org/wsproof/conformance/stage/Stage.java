package org.wsproof.conformance.stage;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.stream.Stream;
import org.wsproof.conformance.certificates.Certificates;
import org.wsproof.conformance.certificates.PemFiles;
import org.wsproof.conformance.judge.Fact;
import org.wsproof.conformance.judge.Outcome;
import org.wsproof.conformance.judge.Result;
import org.wsproof.conformance.model.Case;
import org.wsproof.conformance.model.Case.Framing.NotAsked;
import org.wsproof.conformance.model.Peer;
import org.wsproof.conformance.model.Profile;
import org.wsproof.conformance.model.Step.Operate;
import org.wsproof.conformance.model.Step.Operation;
import org.wsproof.conformance.stage.operation.Operator;
import org.wsproof.conformance.targets.Mode;
import org.wsproof.conformance.targets.Offer;
import org.wsproof.conformance.targets.Operations;
import org.wsproof.conformance.targets.Recipe;
import org.wsproof.conformance.targets.Site;
import org.wsproof.conformance.targets.Target;
import org.wsproof.conformance.targets.Trust;
import org.wsproof.conformance.transcript.Recorder;

/** A running target with the kit's origin behind each of its profiles. Cases are performed on it side by side. Thread-safe. */
public final class Stage implements AutoCloseable {
    private final Recipe recipe;
    private final Settings settings;
    private final Registry registry;
    private final ExecutorService threads;
    private final Certificates certificates;
    private final Map<Profile, OriginListener> origins = new EnumMap<>(Profile.class);
    /** Those that guarded targets ask: none or one. */
    private final List<OriginListener> authorities = new ArrayList<>();

    private final Path folder;
    private final Target target;

    private Stage(Recipe recipe, Settings settings, Certificates certificates) throws IOException {
        this.recipe = recipe;
        this.settings = settings;
        this.certificates = certificates;
        this.registry = new Registry(Long.toString(System.nanoTime() & 0xffff_ffffL, 36));
        this.threads = threads(recipe.name());
        this.folder = Files.createTempDirectory("wsproof-" + recipe.name() + "-");
        boolean started = false;
        try {
            if (!recipe.oneSided()) {
                listen(recipe);
            }
            if (recipe.profiles().contains(Profile.GUARDED)) {
                InetSocketAddress asked = recipe.authorityAt().orElse(anyPort());
                authorities.add(new OriginListener(this, Peer.AUTHORITY, asked, Optional.empty()));
            }
            this.target = recipe.start(site());
            started = true;
        } finally {
            if (!started) {
                clear();
            }
        }
    }

    /**
     * Opens the origins and starts the target.
     *
     * @throws IOException if the target can't be started or reached; the message is for a person
     */
    public static Stage open(Recipe recipe, Settings settings) throws IOException {
        return open(recipe, settings, Certificates.create());
    }

    /** The same, with certificates that other stages use too. */
    public static Stage open(Recipe recipe, Settings settings, Certificates certificates) throws IOException {
        return new Stage(recipe, settings, certificates);
    }

    public Target target() {
        return target;
    }

    /** Performs a case, beside others where it allows that. */
    public Result perform(Case subject) throws InterruptedException {
        Offer offer = target.offers().get(subject.profile());
        if (offer == null) {
            return without(
                    subject,
                    needs("does not offer the profile " + subject.profile().slug()));
        }
        Optional<Outcome> unasked = unasked(subject, offer);
        if (unasked.isPresent()) {
            return without(subject, unasked.get());
        }
        return subject.room() == Case.Room.OWN_INSTANCE ? onItsOwn(subject) : here(subject, offer);
    }

    /** Why a case that the profile would allow is still no question to this target. */
    private Optional<Outcome> unasked(Case subject, Offer offer) {
        boolean framing = target.declaration().mode() == Mode.FRAMING;
        if (framing && subject.framing() instanceof NotAsked notAsked) {
            return Optional.of(
                    new Outcome.NotApplicable(List.of(new Fact("In framing mode", "not asked. " + notAsked.words()))));
        }
        Optional<Outcome> timer =
                offer.timers().missing(subject.timers()).map(one -> needs("declares no " + one.words()));
        return timer.or(() -> missing(subject).map(what -> needs("offers no way to " + what.slug())));
    }

    /** The first operation of a case that the target does not offer. */
    private Optional<Operation> missing(Case subject) {
        Set<Operation> offered = target.operations().map(Operations::offered).orElse(Set.of());
        return subject.allSteps()
                .filter(Operate.class::isInstance)
                .map(step -> ((Operate) step).what())
                .filter(what -> !offered.contains(what))
                .findFirst();
    }

    /** On an instance of the target that is started for this case and stopped behind it. */
    private Result onItsOwn(Case subject) throws InterruptedException {
        try (Stage own = new Stage(recipe, settings, certificates)) {
            Offer offer = own.target.offers().get(subject.profile());
            return own.here(subject, Objects.requireNonNull(offer));
        } catch (IOException e) {
            Fact why = new Fact("an instance of its own did not start", String.valueOf(e.getMessage()));
            return without(subject, new Outcome.SetupFailed(List.of(why)));
        }
    }

    private Result here(Case subject, Offer offer) throws InterruptedException {
        Performance performance = new Performance(subject, this, offer);
        OriginListener origin = origins.get(subject.profile());
        if (origin == null) {
            return subject.oneSided()
                    ? performance.run()
                    : without(subject, needs("has an origin that is not the kit's"));
        }
        boolean alone = subject.room() != Case.Room.SHARED;
        Lock lock = alone ? origin.room().writeLock() : origin.room().readLock();
        lock.lock();
        try {
            return alone ? alone(performance, origin) : performance.run();
        } catch (IOException e) {
            return without(
                    subject, new Outcome.HarnessFault(List.of(new Fact("origin", String.valueOf(e.getMessage())))));
        } finally {
            lock.unlock();
        }
    }

    private Outcome needs(String what) {
        return new Outcome.NotApplicable(
                List.of(new Fact("needs", target.declaration().name() + " " + what)));
    }

    /** A result for a case that was not performed. */
    public static Result without(Case subject, Outcome outcome) {
        return new Result(subject, outcome, Set.of(), 0, List.of());
    }

    private Result alone(Performance performance, OriginListener origin) throws IOException, InterruptedException {
        boolean guarded = performance.subject().profile() == Profile.GUARDED;
        List<OriginListener> lent = new ArrayList<>(guarded ? authorities : List.of());
        lent.add(origin);
        try {
            for (OriginListener listener : lent) {
                listener.lend(performance);
            }
            return performance.run();
        } finally {
            for (OriginListener listener : lent) {
                listener.takeBack();
            }
        }
    }

    /** Stops the target, closes the origins, and removes the target's folder. */
    @Override
    public void close() {
        target.close();
        clear();
    }

    Settings settings() {
        return settings;
    }

    Registry registry() {
        return registry;
    }

    /** Whoever runs the target; only where it offers operations. */
    Operator operator(Recorder recorder, Profile profile) {
        OriginListener origin = Objects.requireNonNull(origins.get(profile));
        return new Operator(recorder, target.operations().orElseThrow(), origin::open);
    }

    /** Whom clients trust. */
    Trust trust() {
        return target.trust().orElseGet(() -> new Trust(certificates.clientContext(), false));
    }

    ExecutorService threads() {
        return threads;
    }

    Certificates certificates() {
        return certificates;
    }

    /** As many as there are connections, and no longer than there are. */
    private static ExecutorService threads(String name) {
        ThreadFactory daemons = work -> {
            Thread thread = new Thread(work, "stage-" + name);
            thread.setDaemon(true);
            return thread;
        };
        return new ThreadPoolExecutor(0, Integer.MAX_VALUE, 2, TimeUnit.SECONDS, new SynchronousQueue<>(), daemons);
    }

    /** One listener an address: a target that somebody configured may have one origin for several profiles. */
    private void listen(Recipe recipe) throws IOException {
        Map<InetSocketAddress, OriginListener> given = new HashMap<>();
        for (Profile profile : recipe.profiles()) {
            boolean tls = profile == Profile.TLS_VALIDATED || profile == Profile.TLS_UNVALIDATED;
            Optional<Certificates> shown = tls ? Optional.of(certificates) : Optional.empty();
            Optional<InetSocketAddress> wanted = recipe.originAt(profile);
            OriginListener known = wanted.map(given::get).orElse(null);
            if (known == null) {
                known = new OriginListener(this, Peer.ORIGIN, wanted.orElse(anyPort()), shown);
            }
            origins.put(profile, known);
            if (wanted.isPresent()) {
                given.put(wanted.get(), known);
            }
        }
    }

    private static InetSocketAddress anyPort() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    private Site site() throws IOException {
        Map<Profile, InetSocketAddress> addresses = new EnumMap<>(Profile.class);
        origins.forEach((profile, origin) -> addresses.put(profile, origin.address()));
        Path keys = Files.createDirectory(folder.resolve("keys"));
        PemFiles pem = certificates.writeTo(keys);
        Path own = Files.createDirectory(folder.resolve("target"));
        Optional<InetSocketAddress> authority =
                authorities.stream().map(OriginListener::address).findFirst();
        return new Site(own, addresses, authority, pem.trusted(), pem.frontCertificate(), pem.frontKey());
    }

    private void clear() {
        Stream.concat(origins.values().stream(), authorities.stream()).forEach(listener -> {
            try {
                listener.close();
            } catch (IOException e) {
                // The run is over: there is nobody left to tell.
            }
        });
        threads.shutdownNow();
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            // A temporary folder that stays is no reason to fail a run.
        }
    }
}
