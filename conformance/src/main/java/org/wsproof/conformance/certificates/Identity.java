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
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
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
 * A key pair (EC P-256) with its certificate. Bouncy Castle only writes the certificate, through its own classes: no
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
        KeyPair own = newKeys();
        X500Name issuer =
                X500Name.getInstance(certificate().getSubjectX500Principal().getEncoded());
        return new Identity(own, List.of(certify(subject, own, issuer, keys), certificate()));
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
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(subject.authority()));
        if (subject.authority()) {
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
            return;
        }
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
        builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
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
