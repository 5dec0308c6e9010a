package org.wsproof.sample.server;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.java_websocket.extensions.IExtension;
import org.java_websocket.extensions.permessage_deflate.PerMessageDeflateExtension;

/**
 * permessage-deflate that declines what it can't do: the JDK's deflater has one window, so an offer that limits it is
 * passed over (RFC 7692 §7.1.2.1), where the library accepts it and then does as it likes.
 */
final class ServerDeflate extends PerMessageDeflateExtension {
    @Override
    public boolean acceptProvidedExtensionAsServer(String offers) {
        String possible = Arrays.stream(offers.split(","))
                .filter(offer -> !offer.toLowerCase(Locale.ROOT).contains("server_max_window_bits"))
                .collect(Collectors.joining(","));
        return !possible.isBlank() && super.acceptProvidedExtensionAsServer(possible);
    }

    @Override
    public IExtension copyInstance() {
        return new ServerDeflate();
    }
}
