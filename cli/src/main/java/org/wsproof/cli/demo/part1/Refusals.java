package org.wsproof.cli.demo.part1;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import org.wsproof.cli.demo.scene.Place;
import org.wsproof.cli.demo.scene.Scene;
import org.wsproof.cli.demo.scene.Step;
import org.wsproof.cli.demo.scene.StepException;
import org.wsproof.conformance.wire.Head;

/** The steps that need no WebSocket: what the handlers refuse, and the certificate that the HTTPS one shows. */
record Refusals(Scene scene) {
    private static final int TIMEOUT_MILLIS = 5000;

    List<Step> steps() {
        return List.of(
                new Step("a POST", "a method that is not allowed is refused with 405", this::post),
                new Step("HTTP/1.0", "a version that is not allowed is refused with 426", this::http10));
    }

    Step certificate() {
        return new Step(
                "the HTTPS certificate",
                "the HTTPS handler shows a certificate of its own, and it holds",
                this::handshake);
    }

    private String post() throws IOException, StepException {
        String observed = refused(new Request("POST / HTTP/1.1", "Content-Length: 0\r\n"), 405, "Allow");
        if (!observed.contains("Allow: GET")) {
            throw new StepException("Allow: GET", observed);
        }
        return observed;
    }

    private String http10() throws IOException, StepException {
        return refused(new Request("GET / HTTP/1.0", ""), 426, "Upgrade");
    }

    /** Sends the request; returns the answer's status, the field that says what would be allowed, and the time it took. */
    private String refused(Request request, int status, String field) throws IOException, StepException {
        long start = System.nanoTime();
        Head answer = request.answer(scene.ports().address(Place.HTTP));
        String observed = answer.word(1) + " " + answer.word(2) + ", " + field + ": " + answer.joined(field)
                + ", after " + Step.millisSince(start);
        if (answer.status() != status) {
            throw new StepException(request.line() + " refused with " + status, observed);
        }
        return observed;
    }

    private String handshake() throws IOException {
        try (SSLSocket socket = (SSLSocket)
                scene.certificates().clientContext().getSocketFactory().createSocket()) {
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            socket.setSSLParameters(parameters);
            socket.setSoTimeout(TIMEOUT_MILLIS);
            socket.connect(scene.ports().address(Place.HTTPS), TIMEOUT_MILLIS);
            socket.startHandshake();
            SSLSession session = socket.getSession();
            X509Certificate shown = (X509Certificate) session.getPeerCertificates()[0];
            return session.getProtocol() + ", " + shown.getSubjectX500Principal() + " from "
                    + shown.getIssuerX500Principal() + ", validated";
        }
    }
}
