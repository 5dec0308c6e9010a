package org.wsproof.proxy.config;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.wsproof.proxy.config.yaml.ConfigurationException;
import org.wsproof.proxy.fuzz.Executions;
import org.wsproof.proxy.fuzz.Invariant;

/** A file is a configuration within its bounds, or one line that a terminal can show. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ConfigurationFuzz {
    @RegisterExtension
    final Executions executions = new Executions();

    @TempDir
    Path directory;

    @FuzzTest
    void givesAConfigurationOrOneLine(byte[] octets) throws IOException {
        executions.one();
        Path file = directory.resolve("gateway.yaml");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            // Emptied first, it would be flushed to the disk each time.
            channel.write(ByteBuffer.wrap(octets));
            channel.truncate(octets.length);
        }
        try {
            sound(ConfigurationLoader.load(file));
        } catch (ConfigurationException mistake) {
            String line = String.valueOf(mistake.getMessage());
            Invariant.holds(line.startsWith(directory.toString()), () -> "names no file: " + line);
            Invariant.holds(
                    line.codePoints().noneMatch(ConfigurationFuzz::isNotForTerminals),
                    () -> "not one clean line: " + line);
        }
    }

    private static boolean isNotForTerminals(int c) {
        int type = Character.getType(c);
        return type == Character.CONTROL || type == Character.LINE_SEPARATOR || type == Character.PARAGRAPH_SEPARATOR;
    }

    private static void sound(Configuration configuration) {
        Invariant.holds(!configuration.gateways().isEmpty(), () -> "no gateway");
        Invariant.holds(configuration.ioThreads() >= 1 && configuration.ioThreads() <= 64, () -> "I/O threads");
        for (MultiProtocolGateway gateway : configuration.gateways()) {
            Invariant.holds(!gateway.frontSideHandlers().isEmpty(), () -> "no handler");
            for (HttpHandler handler : gateway.frontSideHandlers()) {
                Invariant.holds(handler.port() >= 1 && handler.port() <= 65_535, () -> "port " + handler.port());
                Invariant.holds(!handler.websocketIdleTimeout().isNegative(), () -> "a negative time");
                Invariant.holds(handler.maxHeaderBytes() >= 5, () -> "no room for a head");
                AllowedFeatures features = handler.allowedMethodsAndVersions();
                Invariant.holds(
                        !features.methods().isEmpty() && (features.http10() || features.http11()),
                        () -> "nothing allowed");
                Invariant.holds(
                        !handler.allowWebsocketUpgrade() || features.methods().contains("GET"),
                        () -> "upgrades without GET");
            }
        }
    }
}
