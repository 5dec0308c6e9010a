package org.wsproof.conformance.certificates;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.bc.BcX509ExtensionUtils;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.DefaultDigestAlgorithmIdentifierFinder;
import org.bouncycastle.operator.DefaultSignatureAlgorithmIdentifierFinder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.bc.BcECContentSignerBuilder;

/**
 * A key pair (EC P-256, or RSA) with its certificate. Bouncy Castle only writes the certificate, through its own classes: no
 * security provider is registered, so the connections under test run on the JDK's alone.
 */
record Identity(KeyPair keys, List<X509Certificate> issuedChain) {
    static Identity selfSigned(Subject subject) throws GeneralSecurityException, IOException {
        KeyPair keys = newKeys();
        return new Identity(keys, List.of(certify(subject, keys, name(subject), keys)));
    }

    X509Certificate certificate() {
        return issuedChain.get(0);
    }

    /** The certificate with its issuer's behind it, as a server shows it. */
    X509Certificate[] chain() {
        return issuedChain.toArray(X509Certificate[]::new);
    }

    /** A certificate issued by this identity, for a key pair of its own. */
    Identity issue(Subject subject) throws GeneralSecurityException, IOException {
        return issue(subject, newKeys());
    }

    /** The same, for a key pair given. The chain is the issuer's with the certificate in front. */
    Identity issue(Subject subject, KeyPair own) throws GeneralSecurityException, IOException {
        X500Name issuer =
                X500Name.getInstance(certificate().getSubjectX500Principal().getEncoded());
        Stream<X509Certificate> first = Stream.of(certify(subject, own, issuer, keys));
        return new Identity(own, Stream.concat(first, issuedChain.stream()).toList());
    }

    static KeyPair rsaKeys() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return generator.generateKeyPair();
    }

    private static KeyPair newKeys() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    private static X500Name name(Subject subject) {
        return new X500Name("CN=" + subject.names().get(0));
    }

    private static X509Certificate certify(Subject subject, KeyPair own, X500Name issuer, KeyPair issuerKeys)
            throws GeneralSecurityException, IOException {
        SubjectPublicKeyInfo key = publicKey(own);
        X509v3CertificateBuilder builder = new X509v3CertificateBuilder(
                issuer,
                new BigInteger(120, new SecureRandom()),
                Date.from(subject.from()),
                Date.from(subject.until()),
                name(subject),
                key);
        BcX509ExtensionUtils extensions = new BcX509ExtensionUtils();
        builder.addExtension(Extension.subjectKeyIdentifier, false, extensions.createSubjectKeyIdentifier(key));
        builder.addExtension(
                Extension.authorityKeyIdentifier,
                false,
                extensions.createAuthorityKeyIdentifier(publicKey(issuerKeys)));
        addUsage(builder, subject);
        byte[] encoded = builder.build(signer(issuerKeys)).getEncoded();
        return (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(encoded));
    }

    private static void addUsage(X509v3CertificateBuilder builder, Subject subject) throws IOException {
        builder.addExtension(
                Extension.basicConstraints,
                true,
                new BasicConstraints(subject.use().issues()));
        if (subject.use() == Subject.Use.AUTHORITY_FOR_OTHERS) {
            GeneralSubtree others = new GeneralSubtree(new GeneralName(GeneralName.dNSName, "other.example"));
            builder.addExtension(
                    Extension.nameConstraints, true, new NameConstraints(new GeneralSubtree[] {others}, null));
        }
        if (subject.use().issues()) {
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
            return;
        }
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
        boolean client = subject.use() == Subject.Use.CLIENT;
        KeyPurposeId purpose = client ? KeyPurposeId.id_kp_clientAuth : KeyPurposeId.id_kp_serverAuth;
        builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purpose));
        if (subject.use() == Subject.Use.SERVER_WITHOUT_NAMES) {
            return;
        }
        GeneralName[] names =
                subject.names().stream().map(Identity::generalName).toArray(GeneralName[]::new);
        builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(names));
    }

    private static GeneralName generalName(String name) {
        boolean address = name.contains(":") || name.matches("[0-9.]+");
        return new GeneralName(address ? GeneralName.iPAddress : GeneralName.dNSName, name);
    }

    private static SubjectPublicKeyInfo publicKey(KeyPair keys) {
        return SubjectPublicKeyInfo.getInstance(keys.getPublic().getEncoded());
    }

    private static ContentSigner signer(KeyPair keys) throws GeneralSecurityException, IOException {
        var algorithm = new DefaultSignatureAlgorithmIdentifierFinder().find("SHA256withECDSA");
        var digest = new DefaultDigestAlgorithmIdentifierFinder().find(algorithm);
        try {
            return new BcECContentSignerBuilder(algorithm, digest)
                    .build(PrivateKeyFactory.createKey(keys.getPrivate().getEncoded()));
        } catch (OperatorCreationException e) {
            throw new GeneralSecurityException(e);
        }
    }
}
