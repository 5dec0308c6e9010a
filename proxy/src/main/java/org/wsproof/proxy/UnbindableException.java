package org.wsproof.proxy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Function;
import org.wsproof.proxy.config.ConfigurationLoader;
import org.wsproof.proxy.config.HttpHandler;
import org.wsproof.proxy.config.admin.AdminListener;
import org.wsproof.proxy.config.yaml.ConfigurationException;

/** A listener can't listen: its port is taken, or its address is none that this process may listen on. */
public final class UnbindableException extends IOException {
    private static final long serialVersionUID = 1;

    private final transient Function<Path, ConfigurationException> mistake;

    UnbindableException(HttpHandler handler, String reason, Exception cause) {
        super(
                "front side handler " + handler.name() + " cannot listen on " + handler.address() + " port "
                        + handler.port() + ": " + reason,
                cause);
        this.mistake = file -> ConfigurationLoader.unbindable(file, handler, reason);
    }

    UnbindableException(AdminListener admin, String reason, Exception cause) {
        super(
                "the admin listener cannot listen on " + admin.address() + " port " + admin.port() + ": " + reason,
                cause);
        this.mistake = file -> ConfigurationLoader.unbindable(file, admin, reason);
    }

    /** The same as a mistake in the file that the configuration came from. */
    public ConfigurationException in(Path file) {
        return mistake.apply(file);
    }
}
