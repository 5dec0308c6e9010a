package org.wsproof.proxy.config.yaml;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A file that the configuration names and that holds a secret. */
public final class SecretFile {
    private static final Logger LOG = LoggerFactory.getLogger(SecretFile.class);

    private SecretFile() {}

    /**
     * Warns in the log of a file that everybody on this machine can read, or write. A group is left out: it is how a service's user
     * is let at a file of root's on purpose, as Debian's {@code ssl-cert} and Kubernetes' {@code fsGroup} do.
     *
     * @param what it holds, for a person
     */
    public static void warnIfOpen(String what, Path file) {
        try {
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
            if (permissions.contains(PosixFilePermission.OTHERS_READ)) {
                LOG.warn("{} can be read by everybody: chmod o-r {}", what, file);
            }
            if (permissions.contains(PosixFilePermission.OTHERS_WRITE)) {
                LOG.warn("{} can be written by everybody: chmod o-w {}", what, file);
            }
        } catch (IOException | UnsupportedOperationException noPermissionsHere) {
            LOG.debug("who may read {} is unknown: {}", file, noPermissionsHere.toString());
        }
    }
}
