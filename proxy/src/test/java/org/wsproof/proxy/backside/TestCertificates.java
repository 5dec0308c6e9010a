package org.wsproof.proxy.backside;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Certificates made on the spot: an authority, and servers that it, another, or nobody vouches for. */
public final class TestCertificates {
    private static final Duration DAY = Duration.ofDays(1);

    /** Who a certificate is for and until when it lasts; it began two days ago. */
    public record Wish(String host, Instant notAfter) {
        public static Wish valid(String host) {
            return new Wish(host, Instant.now().plus(DAY));
        }

        public static Wish expired(String host) {
            return new Wish(host, Instant.now().minus(DAY));
        }
    }

    /** A key and the certificate for it. */
    public record Identity(KeyPair keys, X509Certificate certificate) {
        /** A server's context that shows this certificate. */
        public SSLContext server() throws Exception {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry("server", keys.getPrivate(), new char[0], new Certificate[] {certificate});
            KeyManagerFactory factory = KeyManagerFactory.getInstance("PKIX");
            factory.init(store, new char[0]);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(factory.getKeyManagers(), null, null);
            return context;
        }

        /** A client's context that trusts this authority alone. */
        public SSLContext trusting() throws Exception {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setCertificateEntry("authority", certificate);
            TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        }
    }

    private TestCertificates() {}

    public static Identity authority(String name) throws Exception {
        KeyPair keys = keys();
        X500Name self = new X500Name("CN=" + name);
        JcaX509v3CertificateBuilder builder = builder(self, self, Wish.valid(name), keys);
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
        return new Identity(keys, signed(builder, keys));
    }

    public static Identity selfSigned(Wish wish) throws Exception {
        return selfSigned(wish, keys());
    }

    public static Identity selfSigned(Wish wish, KeyPair keys) throws Exception {
        X500Name self = new X500Name("CN=" + wish.host());
        return new Identity(keys, signed(server(builder(self, self, wish, keys), wish), keys));
    }

    public static Identity issuedBy(Identity authority, Wish wish) throws Exception {
        KeyPair keys = keys();
        X500Name issuer = X500Name.getInstance(
                authority.certificate().getSubjectX500Principal().getEncoded());
        JcaX509v3CertificateBuilder builder = builder(issuer, new X500Name("CN=" + wish.host()), wish, keys);
        return new Identity(keys, signed(server(builder, wish), authority.keys()));
    }

    /** Names its host in the common name alone. */
    public static Identity named(Identity authority, Wish wish) throws Exception {
        KeyPair keys = keys();
        X500Name issuer = X500Name.getInstance(
                authority.certificate().getSubjectX500Principal().getEncoded());
        return new Identity(
                keys, signed(builder(issuer, new X500Name("CN=" + wish.host()), wish, keys), authority.keys()));
    }

    private static JcaX509v3CertificateBuilder builder(X500Name issuer, X500Name subject, Wish wish, KeyPair keys) {
        Date notBefore = Date.from(Instant.now().minus(DAY.multipliedBy(2)));
        BigInteger serial = BigInteger.valueOf(System.nanoTime());
        return new JcaX509v3CertificateBuilder(
                issuer, serial, notBefore, Date.from(wish.notAfter()), subject, keys.getPublic());
    }

    private static JcaX509v3CertificateBuilder server(JcaX509v3CertificateBuilder builder, Wish wish) throws Exception {
        GeneralName name = new GeneralName(GeneralName.dNSName, wish.host());
        builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(name));
        return builder;
    }

    private static X509Certificate signed(JcaX509v3CertificateBuilder builder, KeyPair signer) throws Exception {
        String algorithm = "SHA256with" + (signer.getPrivate().getAlgorithm().equals("RSA") ? "RSA" : "ECDSA");
        return new JcaX509CertificateConverter()
                .getCertificate(builder.build(new JcaContentSignerBuilder(algorithm).build(signer.getPrivate())));
    }

    private static KeyPair keys() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }
}
