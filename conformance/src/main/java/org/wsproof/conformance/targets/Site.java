package org.wsproof.conformance.targets;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.wsproof.conformance.model.Profile;

/**
 * Where a recipe builds: the origins are there before the target is.
 *
 * @param folder an empty folder of the target's own, for configuration and logs
 * @param origins where the kit's origin listens, a profile; only profiles that the recipe offers
 * @param authority where the kit's authorization server listens, plain HTTP; there if the recipe offers GUARDED
 * @param trusted PEM file with the certificate authority that the origin's good certificates come from
 * @param frontCertificate PEM file, certificate chain for a TLS frontside on localhost and 127.0.0.1
 * @param frontKey PEM file (PKCS #8, not encrypted), its key
 */
public record Site(
        Path folder,
        Map<Profile, InetSocketAddress> origins,
        Optional<InetSocketAddress> authority,
        Path trusted,
        Path frontCertificate,
        Path frontKey) {}
