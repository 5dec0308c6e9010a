package org.wsproof.proxy.config;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.HashMap;
import java.util.Map;
import org.bouncycastle.openssl.jcajce.JcaMiscPEMGenerator;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.wsproof.proxy.backside.TestCertificates;
import org.wsproof.proxy.backside.TestCertificates.Identity;
import org.wsproof.proxy.backside.TestCertificates.Wish;

/** Certificates and keys in the forms that people have them in, and in some that are mistakes. */
public record KeyFiles(Map<String, byte[]> files) {
    static final String PASSWORD = "no secret";

    static KeyFiles make() {
        return make(PASSWORD);
    }

    public static KeyFiles make(String password) {
        try {
            return new KeyFiles(made(password));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    public void writeTo(Path directory) throws IOException {
        for (Map.Entry<String, byte[]> each : files.entrySet()) {
            Files.write(directory.resolve(each.getKey()), each.getValue());
        }
    }

    private static Map<String, byte[]> made(String secret) throws Exception {
        Identity authority = TestCertificates.authority("authority");
        Identity server = TestCertificates.issuedBy(authority, Wish.valid("localhost"));
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        KeyPair rsa = generator.generateKeyPair();
        Identity old = TestCertificates.selfSigned(Wish.valid("localhost"), rsa);
        String leaf = pem(server.certificate());
        String issuer = pem(authority.certificate());
        Map<String, byte[]> files = new HashMap<>();
        put(files, "server.pem", leaf + issuer);
        put(files, "backwards.pem", issuer + leaf);
        put(files, "unrelated.pem", leaf + pem(old.certificate()));
        put(files, "server.key", pem(new JcaPKCS8Generator(server.keys().getPrivate(), null)));
        put(files, "sec1.key", pem(new JcaMiscPEMGenerator(server.keys().getPrivate())));
        put(files, "other.key", pem(new JcaPKCS8Generator(authority.keys().getPrivate(), null)));
        put(files, "rsa.pem", pem(old.certificate()));
        put(files, "pkcs1.key", pem(new JcaMiscPEMGenerator(rsa.getPrivate())));
        put(files, "broken.key", "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n");
        put(files, "nobase64.key", "-----BEGIN PRIVATE KEY-----\n*\n-----END PRIVATE KEY-----\n");
        put(files, "locked.key", "-----BEGIN ENCRYPTED PRIVATE KEY-----\nAAAA\n-----END ENCRYPTED PRIVATE KEY-----\n");
        put(files, "password", secret + "\n");
        put(files, "wrong-password", "guessed\n");
        files.put("server.p12", store(server, authority.certificate(), secret));
        files.put("trust.p12", store(authority.certificate(), secret));
        return files;
    }

    private static void put(Map<String, byte[]> files, String name, String text) {
        files.put(name, text.getBytes(StandardCharsets.US_ASCII));
    }

    private static String pem(Object object) throws IOException {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
            writer.writeObject(object);
        }
        return text.toString();
    }

    private static byte[] store(Identity server, Certificate issuer, String secret) throws Exception {
        KeyStore store = empty();
        Certificate[] chain = {server.certificate(), issuer};
        store.setKeyEntry("server", server.keys().getPrivate(), secret.toCharArray(), chain);
        return octets(store, secret);
    }

    private static byte[] store(Certificate trusted, String secret) throws Exception {
        KeyStore store = empty();
        store.setCertificateEntry("authority", trusted);
        return octets(store, secret);
    }

    private static KeyStore empty() throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }

    private static byte[] octets(KeyStore store, String secret) throws Exception {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        store.store(octets, secret.toCharArray());
        return octets.toByteArray();
    }
}
