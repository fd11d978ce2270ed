package ringside.net;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
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
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * A certificate authority for this machine's own names, and nothing else: localhost, 127.0.0.1 and ::1.
 *
 * @param key its private key
 * @param certificate its own certificate, signed by itself
 */
public record Issuer(PrivateKey key, X509Certificate certificate) {
    /*
     * The authority carries name constraints (RFC 5280, section 4.2.1.10): even if its key were stolen from a browser
     * that trusts it, it could speak for no name beyond this machine's. A leaf lasts 397 days, the most that browsers
     * take from any authority.
     */
    private static final Duration AUTHORITY = Duration.ofDays(3650);
    private static final Duration LEAF = Duration.ofDays(397);
    private static final Duration BACKDATED = Duration.ofDays(1);
    private static final String ALGORITHM = "SHA256withECDSA";
    private static final String LOCALHOST = "localhost";

    /** A new authority, good for ten years. */
    public static Issuer fresh() {
        var keys = keys();
        var name = new X500Name("CN=Ringside local authority " + Long.toHexString(new SecureRandom().nextLong()));
        try {
            var extensions = new JcaX509ExtensionUtils();
            var draft = new JcaX509v3CertificateBuilder(
                            name, serial(), from(), until(AUTHORITY), name, keys.getPublic())
                    .addExtension(Extension.basicConstraints, true, new BasicConstraints(0))
                    .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign))
                    .addExtension(Extension.nameConstraints, true, ownNamesOnly())
                    .addExtension(
                            Extension.subjectKeyIdentifier,
                            false,
                            extensions.createSubjectKeyIdentifier(keys.getPublic()));
            return new Issuer(keys.getPrivate(), signed(draft, keys.getPrivate()));
        } catch (CertIOException | GeneralSecurityException e) {
            throw new IllegalStateException("this Java cannot make certificates", e);
        }
    }

    /** A new key with a certificate for this machine's own names, good for a bit more than a year. */
    public Credentials issue() {
        var keys = keys();
        try {
            var extensions = new JcaX509ExtensionUtils();
            var names = new GeneralNames(new GeneralName[] {
                new GeneralName(GeneralName.dNSName, LOCALHOST),
                new GeneralName(GeneralName.iPAddress, "127.0.0.1"),
                new GeneralName(GeneralName.iPAddress, "::1")
            });
            var draft = new JcaX509v3CertificateBuilder(
                            certificate,
                            serial(),
                            from(),
                            until(LEAF),
                            new X500Name("CN=" + LOCALHOST),
                            keys.getPublic())
                    .addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
                    .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
                    .addExtension(
                            Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth))
                    .addExtension(Extension.subjectAlternativeName, false, names)
                    .addExtension(
                            Extension.authorityKeyIdentifier,
                            false,
                            extensions.createAuthorityKeyIdentifier(certificate));
            return new Credentials(keys.getPrivate(), signed(draft, key), certificate);
        } catch (CertIOException | GeneralSecurityException e) {
            throw new IllegalStateException("this Java cannot make certificates", e);
        }
    }

    /** Whether these are an authority that will still be valid at this moment. */
    public static boolean isAuthority(PrivateKey key, X509Certificate certificate, Instant at) {
        return certificate.getBasicConstraints() >= 0
                && belongs(key, certificate)
                && signed(certificate, certificate)
                && valid(certificate, Instant.now())
                && valid(certificate, at);
    }

    static boolean valid(X509Certificate certificate, Instant at) {
        return !at.isBefore(certificate.getNotBefore().toInstant())
                && at.isBefore(certificate.getNotAfter().toInstant());
    }

    static boolean signed(X509Certificate by, X509Certificate what) {
        try {
            what.verify(by.getPublicKey());
            return true;
        } catch (GeneralSecurityException _) {
            return false;
        }
    }

    /** Whether a key is the one that a certificate speaks of. */
    static boolean belongs(PrivateKey key, X509Certificate certificate) {
        try {
            var probe = new byte[] {1, 2, 3};
            var signature = Signature.getInstance(ALGORITHM);
            signature.initSign(key);
            signature.update(probe);
            var signed = signature.sign();
            signature.initVerify(certificate.getPublicKey());
            signature.update(probe);
            return signature.verify(signed);
        } catch (GeneralSecurityException _) {
            return false;
        }
    }

    private static NameConstraints ownNamesOnly() {
        return new NameConstraints(
                new GeneralSubtree[] {
                    new GeneralSubtree(new GeneralName(GeneralName.dNSName, LOCALHOST)),
                    new GeneralSubtree(new GeneralName(GeneralName.iPAddress, "127.0.0.0/8")),
                    new GeneralSubtree(new GeneralName(GeneralName.iPAddress, "::1/128"))
                },
                new GeneralSubtree[0]);
    }

    private static X509Certificate signed(X509v3CertificateBuilder draft, PrivateKey by)
            throws GeneralSecurityException {
        try {
            return new JcaX509CertificateConverter()
                    .getCertificate(draft.build(new JcaContentSignerBuilder(ALGORITHM).build(by)));
        } catch (OperatorCreationException e) {
            throw new GeneralSecurityException(e);
        }
    }

    private static KeyPair keys() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has P-256", e);
        }
    }

    private static BigInteger serial() {
        return new BigInteger(127, new SecureRandom()).setBit(126);
    }

    private static Date from() {
        return Date.from(Instant.now().minus(BACKDATED));
    }

    private static Date until(Duration validity) {
        return Date.from(Instant.now().plus(validity).minus(BACKDATED));
    }
}
