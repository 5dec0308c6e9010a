package org.wsproof.proxy.config;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.wsproof.proxy.config.tls.SslClientProfile;
import org.wsproof.proxy.config.yaml.ConfigurationException;
import org.wsproof.proxy.config.yaml.Section;

/** Reads a TLS client profile and the certificates it trusts. */
public final class ProfileReader {
    private static final List<String> KEYS =
            List.of("name", "validate-server-certificate", "validate-hostname", "trusted-certificates", "protocols");

    private static final String TRUSTED = "trusted-certificates";
    private static final String PROTOCOLS = "protocols";

    private final Section section;

    private ProfileReader(Section section) {
        this.section = section;
    }

    /**
     * The profile under {@code key}, or the validating one where there is none.
     *
     * @throws ConfigurationException if a key of it is wrong, or its certificates can't be read
     */
    public static SslClientProfile read(Section parent, String key) throws ConfigurationException {
        return parent.has(key) ? new ProfileReader(parent.section(key, KEYS)).profile() : SslClientProfile.validating();
    }

    private SslClientProfile profile() throws ConfigurationException {
        boolean validate = section.flag("validate-server-certificate", true);
        return new SslClientProfile(
                section.text("name", "a name of your choice", "default"),
                validate,
                section.flag("validate-hostname", validate),
                section.has(TRUSTED) ? trusted() : List.of(),
                protocols(section));
    }

    /** Those that {@code section} lists under {@code protocols}, or both. */
    static Set<SslClientProfile.Protocol> protocols(Section section) throws ConfigurationException {
        if (!section.has(PROTOCOLS)) {
            return EnumSet.allOf(SslClientProfile.Protocol.class);
        }
        Set<SslClientProfile.Protocol> protocols = EnumSet.noneOf(SslClientProfile.Protocol.class);
        String allowed = "a list of TLSv1.2, TLSv1.3";
        for (String name : section.texts(PROTOCOLS, allowed)) {
            protocols.add(protocol(section, name, allowed));
        }
        return protocols;
    }

    private static SslClientProfile.Protocol protocol(Section section, String name, String allowed)
            throws ConfigurationException {
        for (SslClientProfile.Protocol protocol : SslClientProfile.Protocol.values()) {
            if (protocol.standardName().equals(name)) {
                return protocol;
            }
        }
        throw section.refused(PROTOCOLS, name, allowed);
    }

    private List<X509Certificate> trusted() throws ConfigurationException {
        String allowed = "a file of certificates in PEM";
        Path pem = section.file(TRUSTED, allowed);
        List<X509Certificate> certificates = new ArrayList<>();
        try (ByteArrayInputStream in = new ByteArrayInputStream(Files.readAllBytes(pem))) {
            for (var certificate : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                certificates.add((X509Certificate) certificate);
            }
        } catch (IOException e) {
            throw section.wrong(TRUSTED, pem + " can't be read; expected: " + allowed);
        } catch (CertificateException e) {
            throw section.wrong(TRUSTED, pem + " holds something that is no certificate; expected: " + allowed);
        }
        if (certificates.isEmpty()) {
            throw section.wrong(TRUSTED, pem + " holds no certificate; expected: " + allowed);
        }
        return certificates;
    }
}
