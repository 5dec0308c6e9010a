package org.wsproof.conformance.targets.recipes;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.wsproof.conformance.certificates.Certificates;
import org.wsproof.conformance.certificates.PemFiles;
import org.wsproof.conformance.model.Profile;
import org.wsproof.conformance.targets.Site;

/** A site with one origin for all profiles. */
public final class Sites {
    private Sites() {}

    public static Site at(Path folder, Certificates certificates, InetSocketAddress origin) throws IOException {
        PemFiles files = certificates.writeTo(folder);
        Map<Profile, InetSocketAddress> origins = new EnumMap<>(Profile.class);
        for (Profile profile : Profile.values()) {
            origins.put(profile, origin);
        }
        return new Site(
                folder, origins, Optional.of(origin), files.trusted(), files.frontCertificate(), files.frontKey());
    }
}
