package org.wsproof.proxy;

import java.io.IOException;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wsproof.proxy.config.Configuration;
import org.wsproof.proxy.config.ConfigurationLoader;
import org.wsproof.proxy.config.yaml.ConfigurationException;
import org.wsproof.proxy.reload.Snapshot;

/** The file that a gateway is configured by: read the same way at the start and at a reload, with the same words for a mistake. */
record ConfigurationFile(Path path) {
    private static final Logger LOG = LoggerFactory.getLogger(ConfigurationFile.class);

    /** What is done with a configuration that has been read. */
    interface Use<T> {
        T with(Configuration configuration) throws IOException;
    }

    /**
     * Reads the file, and uses it.
     *
     * @param noted takes this file and all those it names, each before it is read
     * @throws ConfigurationException if the file has a mistake or can't be used as it is; its message is one line for the user
     */
    <T> T read(Snapshot noted, Use<T> use) throws ConfigurationException {
        noted.note(path);
        try {
            return use.with(ConfigurationLoader.load(path, noted::note));
        } catch (UnbindableException taken) {
            throw taken.in(path);
        } catch (IOException unusable) {
            throw ConfigurationException.of(path, String.valueOf(unusable.getMessage()));
        } catch (RuntimeException | LinkageError | StackOverflowError fault) {
            LOG.error("{} meets a fault of the gateway, or of its additional logic", path, fault);
            throw ConfigurationException.of(path, "can't be used: " + fault);
        }
    }
}
