package org.wsproof.conformance.targets.recipes;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.EnumMap;
import java.util.Map;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.wsproof.conformance.model.Profile;
import org.wsproof.conformance.targets.Site;

/** A site whose certificates are self-signed: enough to start a proxy. */
final class Sites {
    private Sites() {}

    static Site at(Path folder, InetSocketAddress origin)
            throws IOException, GeneralSecurityException, OperatorCreationException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        KeyPair pair = generator.generateKeyPair();
        X500Name name = new X500Name("CN=localhost");
        Instant now = Instant.now();
        X509CertificateHolder certificate = new JcaX509v3CertificateBuilder(
                        name,
                        BigInteger.ONE,
                        Date.from(now.minus(Duration.ofDays(1))),
                        Date.from(now.plus(Duration.ofDays(1))),
                        name,
                        pair.getPublic())
                .build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate()));
        Path certificateFile = pem(folder.resolve("certificate.pem"), certificate);
        Path keyFile = pem(folder.resolve("key.pem"), new JcaPKCS8Generator(pair.getPrivate(), null));
        Map<Profile, InetSocketAddress> origins = new EnumMap<>(Profile.class);
        NativeRecipe.PROFILES.forEach(profile -> origins.put(profile, origin));
        return new Site(folder, origins, certificateFile, certificateFile, keyFile);
    }

    private static Path pem(Path file, Object value) throws IOException {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter pem = new JcaPEMWriter(text)) {
            pem.writeObject(value);
        }
        return Files.writeString(file, text.toString());
    }
}
