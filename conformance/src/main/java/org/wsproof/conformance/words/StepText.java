package org.wsproof.conformance.words;

import java.util.ArrayList;
import java.util.List;
import org.wsproof.conformance.model.Case;
import org.wsproof.conformance.model.Endpoint;
import org.wsproof.conformance.model.Peer;
import org.wsproof.conformance.model.Step;
import org.wsproof.conformance.model.Step.Await;
import org.wsproof.conformance.model.Step.Each;
import org.wsproof.conformance.model.Step.Finish;
import org.wsproof.conformance.model.Step.Listen;
import org.wsproof.conformance.model.Step.Open;
import org.wsproof.conformance.model.Step.Operate;
import org.wsproof.conformance.model.Step.Pace;
import org.wsproof.conformance.model.Step.Pause;
import org.wsproof.conformance.model.Step.Send;

/** The script of a case in words. */
public final class StepText {
    private final Names names;

    private StepText(Names names) {
        this.names = names;
    }

    /** What is done, in order; the steps of a fence are one line. */
    public static List<Line> of(Case subject) {
        return new StepText(Names.of(subject)).lines(subject.steps());
    }

    private List<Line> lines(List<Step> steps) {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            if (isFence(step)) {
                if (i == 0 || !isFence(steps.get(i - 1))) {
                    lines.add(new Line("Another client (the fence) makes a good opening handshake, which the origin"
                            + " answers: what had not reached the origin before that did not reach it at all."));
                }
            } else if (step instanceof Open open && i + 1 < steps.size() && sends(steps.get(i + 1), open)) {
                lines.add(opened(open, (Send) steps.get(i + 1)));
                i++;
            } else {
                lines.add(line(step));
            }
        }
        return lines;
    }

    private static boolean isFence(Step step) {
        return !(step instanceof Each)
                && step.endpoints().anyMatch(at -> at.tag().equals(Names.FENCE));
    }

    private static boolean sends(Step step, Open open) {
        return step instanceof Send send && send.at().equals(open.client());
    }

    private Line opened(Open open, Send send) {
        return new Line(
                capital(open.client()) + " opens a connection" + serverName(open) + " and sends" + pieces(send) + ":",
                OctetsLine.verbatim(Peer.CLIENT, send.octets()),
                List.of());
    }

    private Line line(Step step) {
        if (step instanceof Listen listen) {
            return new Line(listens(listen));
        } else if (step instanceof Open open) {
            return new Line(capital(open.client()) + " opens a connection" + serverName(open) + ".");
        } else if (step instanceof Send send) {
            return new Line(
                    capital(send.at()) + " sends" + pieces(send) + ":",
                    OctetsLine.verbatim(send.at().peer(), send.octets()),
                    List.of());
        } else if (step instanceof Await await) {
            return new Line("The script waits until " + names.of(await.at()) + " sees "
                    + SignText.seenBy(await.at().peer(), await.sign()) + " (at most "
                    + Amounts.time(await.deadline()) + ").");
        } else if (step instanceof Pace pace) {
            return new Line(capital(pace.at()) + (pace.reading() ? " reads again." : " stops reading."));
        } else if (step instanceof Finish finish) {
            return new Line(capital(finish.at()) + " " + finished(finish));
        } else if (step instanceof Pause pause) {
            return new Line("For " + Amounts.time(pause.span()) + " nothing is done.");
        } else if (step instanceof Operate operate) {
            return new Line(operated(operate));
        }
        return each((Each) step);
    }

    private Line each(Each each) {
        String batch = each.atOnce() >= each.times() ? "all at once" : Amounts.number(each.atOnce()) + " at a time";
        return new Line(Amounts.number(each.times()) + " times, " + batch + ":", List.of(), lines(each.steps()));
    }

    private static String listens(Listen listen) {
        String peer = "The " + Names.peer(listen.peer());
        String certificate =
                listen.certificate().isEmpty() ? "" : " and shows the certificate \"" + listen.certificate() + "\"";
        return switch (listen.how()) {
            case SCRIPTED ->
                certificate.isEmpty() ? peer + " does what the script says." : peer + " listens" + certificate + ".";
            case ECHO -> peer + " is an echo server: it accepts the opening handshake and sends each message back.";
            case SILENT -> peer + " accepts connections, and neither reads nor writes.";
            case REFUSING -> peer + " does not listen: connections to it are refused.";
        };
    }

    private static String serverName(Open open) {
        String version = open.tlsVersion().isEmpty() ? "" : " (" + open.tlsVersion() + " alone)";
        return version + (open.serverName().isEmpty() ? "" : " (TLS server name " + open.serverName() + ")");
    }

    private static String pieces(Send send) {
        if (send.piece() == 0) {
            return "";
        }
        String gap = send.gap().times() == 0 ? "" : ", " + Amounts.time(send.gap()) + " apart";
        return " in pieces of " + Amounts.octets(send.piece()) + gap;
    }

    private static String finished(Finish finish) {
        return switch (finish.how()) {
            case FIN -> "ends its direction (TCP FIN).";
            case RST -> "resets the connection (TCP RST).";
            case TLS_CLOSE -> "ends its direction (TLS close_notify).";
            case TLS_TRUNCATED -> "ends its direction by a TCP FIN alone, without close_notify.";
        };
    }

    private static String operated(Operate operate) {
        return switch (operate.what()) {
            case DRAIN -> "The target is asked to drain.";
            case RELOAD -> "The target is asked to reload its configuration.";
            case GAUGE -> "What the target uses is measured.";
        };
    }

    private String capital(Endpoint at) {
        String name = names.of(at);
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }
}
