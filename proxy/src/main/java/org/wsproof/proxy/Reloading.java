package org.wsproof.proxy;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wsproof.proxy.config.yaml.ConfigurationException;
import org.wsproof.proxy.reload.FileWatch;
import org.wsproof.proxy.reload.Snapshot;

/** Gives a running gateway its configuration anew whenever a file of it changes. One with a mistake is refused, and the old one goes on. */
final class Reloading {
    private static final Logger LOG = LoggerFactory.getLogger(Reloading.class);

    private final ConfigurationFile file;
    private final Gateway gateway;

    /** The files of the configuration that the gateway has; used by the watch only. */
    private Snapshot serving;

    private Reloading(ConfigurationFile file, Gateway gateway, Snapshot serving) {
        this.file = file;
        this.gateway = gateway;
        this.serving = serving;
    }

    /** @param read the files that the gateway was started with */
    static FileWatch start(ConfigurationFile file, Gateway gateway, Snapshot read) {
        return FileWatch.start(read, new Reloading(file, gateway, read)::reload);
    }

    private Snapshot reload() {
        Snapshot read = new Snapshot();
        try {
            Change change = file.read(read, gateway::reload);
            LOG.info("reloaded {}: {}", file.path(), change);
            gateway.listener().reloaded(true);
            serving = read;
        } catch (ConfigurationException mistake) {
            gateway.listener().reloaded(false);
            LOG.error("not reloaded, the configuration before goes on: {}", mistake.getMessage());
            // The mistake may be in a file that is named behind it.
            serving.files().forEach(read::note);
        }
        return read;
    }
}
