package org.wsproof.conformance.model;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.wsproof.conformance.model.Octets.Frames;
import org.wsproof.conformance.model.Octets.Raw;
import org.wsproof.conformance.model.Step.Await;
import org.wsproof.conformance.model.Step.Each;
import org.wsproof.conformance.model.Step.Finish;
import org.wsproof.conformance.model.Step.Open;
import org.wsproof.conformance.model.Step.Pace;
import org.wsproof.conformance.model.Step.Send;

/** Writes out {@link Each}: breadth first, a batch at a time. */
final class Copies {
    /** More than there are copies of anything. */
    private static final int SEEDS = 10_000;

    private final String tag;
    private final int index;

    private Copies(String tag, int index) {
        this.tag = tag;
        this.index = index;
    }

    static Stream<Step> of(Step step) {
        if (!(step instanceof Each each)) {
            return Stream.of(step);
        }
        Stream<Step> all = Stream.empty();
        for (int from = 0; from < each.times(); from += each.atOnce()) {
            int first = from;
            int end = Math.min(each.times(), from + each.atOnce());
            Stream<Step> batch = Step.expanded(each.steps()).stream()
                    .flatMap(inner ->
                            IntStream.range(first, end).mapToObj(index -> new Copies(each.tag(), index).copy(inner)));
            all = Stream.concat(all, batch);
        }
        return all;
    }

    private Step copy(Step step) {
        if (step instanceof Open open) {
            return new Open(copy(open.client()), open.serverName(), open.tlsVersion());
        } else if (step instanceof Send send) {
            List<Octets> octets = send.octets().stream().map(this::copy).toList();
            return new Send(copy(send.at()), octets, send.piece(), send.gap());
        } else if (step instanceof Await await) {
            return new Await(copy(await.at()), await.sign(), await.deadline());
        } else if (step instanceof Pace pace) {
            return new Pace(copy(pace.at()), pace.reading());
        } else if (step instanceof Finish finish) {
            return new Finish(copy(finish.at()), finish.how());
        }
        return step;
    }

    private Endpoint copy(Endpoint at) {
        return at.tag().equals(tag) ? at.copy(index) : at;
    }

    private Octets copy(Octets octets) {
        if (octets instanceof Raw raw) {
            return new Raw(raw.latin1().replace("{target:" + tag + "}", "{target:" + tag + "/" + index + "}"));
        } else if (octets instanceof Frames frames) {
            return copy(frames);
        }
        return octets;
    }

    /** Each copy's payload is its own, so that octets which end up in another's tunnel are seen to. */
    private Octets copy(Frames like) {
        return new Frames(
                like.count(),
                like.fin(),
                like.rsv(),
                like.opcode(),
                like.length(),
                like.declared(),
                SEEDS * like.seed() + index);
    }
}
