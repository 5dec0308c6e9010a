package org.wsproof.proxy.config;

import java.util.List;
import org.wsproof.proxy.config.policy.Policies;
import org.wsproof.proxy.config.tls.SslClientProfile;

/**
 * A static-backend multi-protocol gateway, as DataPower's {@code MultiProtocolGateway} names it: front side handlers, one
 * backside, and what happens between them.
 *
 * @param name unique in the file
 * @param summary a comment for people; may be empty
 * @param defaultBacksideUrl where every admitted request goes (DataPower {@code BackendUrl})
 * @param requestType DataPower {@code RequestType}
 * @param responseType DataPower {@code ResponseType}
 * @param frontSideHandlers in the file's order; at least one; no two in a file claim the same port of an address
 * @param observeFrames whether the frames of tunnels are counted, and a Close may be appended to what one end has sent
 * @param sslClientProfile how a TLS backside is verified; the validating default where the file names none
 * @param policies what a request must satisfy before the backside hears of it
 */
public record MultiProtocolGateway(
        String name,
        String summary,
        BacksideUrl defaultBacksideUrl,
        MessageType requestType,
        MessageType responseType,
        List<HttpHandler> frontSideHandlers,
        SslClientProfile sslClientProfile,
        Timers timers,
        Forwarding forwarding,
        boolean observeFrames,
        Policies policies) {
    /** DataPower's request and response types that leave a WebSocket alone; for a tunnel the two are the same. */
    public enum MessageType {
        /** DataPower {@code unprocessed}, "Pass through". */
        PASSTHROUGH,
        /** DataPower {@code preprocessed}, "Non-XML". */
        NON_XML
    }

    public MultiProtocolGateway {
        frontSideHandlers = List.copyOf(frontSideHandlers);
    }

    /** The same gateway, listening elsewhere. */
    public MultiProtocolGateway withHandlers(List<HttpHandler> others) {
        return new MultiProtocolGateway(
                name,
                summary,
                defaultBacksideUrl,
                requestType,
                responseType,
                others,
                sslClientProfile,
                timers,
                forwarding,
                observeFrames,
                policies);
    }
}
