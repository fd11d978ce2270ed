package ringside.net;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;
import ringside.world.Handling;

/** Where encryption ends at present, and the engines that do it: TLS 1.3 and 1.2, nothing older. */
final class Encryption {
    private static final String[] VERSIONS = {"TLSv1.3", "TLSv1.2"};
    private static final String[] HTTP = {"http/1.1"};

    /* The servers know nothing of the sessions that began at the balancer. */
    private record Contexts(SSLContext own, SSLContext servers, SSLContext unchecked) {}

    private final Certificates certificates;
    private volatile Handling.Tls ends = Handling.Tls.OFF;
    private @Nullable Contexts contexts;

    /** None at first. */
    Encryption(Certificates certificates) {
        this.certificates = certificates;
    }

    /** Makes sure that it could be had. @throws IllegalArgumentException when there is no certificate to be had */
    void prepare() {
        contexts();
    }

    /** From now on ends here: where it ended before. */
    Handling.Tls endsAt(Handling.Tls where) {
        var before = ends;
        ends = where;
        return before;
    }

    /** Whether the balancer speaks TLS with clients. */
    boolean atBalancer() {
        return ends == Handling.Tls.AT_BALANCER;
    }

    /** Whether our own servers speak TLS. */
    boolean atServers() {
        return ends == Handling.Tls.AT_SERVERS;
    }

    /** Where the authority's certificate lies. */
    Optional<String> file() {
        return certificates.file();
    }

    /** The balancer's end, which shows our certificate; it agrees on HTTP/1.1 when asked. */
    SSLEngine serving() {
        return serving(contexts().own);
    }

    /** The same of a server of ours. */
    SSLEngine servingAtServer() {
        return serving(contexts().servers);
    }

    private static SSLEngine serving(SSLContext context) {
        var engine = context.createSSLEngine();
        engine.setUseClientMode(false);
        engine.setSSLParameters(parameters(engine));
        return engine;
    }

    /**
     * The end that asks for our certificate at this host, and takes no other.
     *
     * @param who goes on with earlier sessions of this number
     */
    SSLEngine asking(String host, int who) {
        var engine = contexts().own.createSSLEngine(host, who);
        engine.setUseClientMode(true);
        var parameters = parameters(engine);
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        engine.setSSLParameters(parameters);
        return engine;
    }

    /** The end that takes any certificate: for checks, which ask how somebody is and not who. */
    SSLEngine checking(String host, int port) {
        var engine = contexts().unchecked.createSSLEngine(host, port);
        engine.setUseClientMode(true);
        engine.setSSLParameters(parameters(engine));
        return engine;
    }

    private static SSLParameters parameters(SSLEngine engine) {
        var parameters = engine.getSSLParameters();
        parameters.setProtocols(VERSIONS);
        parameters.setApplicationProtocols(HTTP);
        return parameters;
    }

    private synchronized Contexts contexts() {
        var made = contexts;
        if (made == null) {
            made = contexts(certificates.credentials());
            contexts = made;
        }
        return made;
    }

    private static Contexts contexts(Credentials from) {
        try {
            var none = new char[0];
            var store = KeyStore.getInstance("PKCS12");
            store.load(null, none);
            store.setKeyEntry("own", from.key(), none, new X509Certificate[] {from.leaf(), from.authority()});
            store.setCertificateEntry("authority", from.authority());
            var keys = KeyManagerFactory.getInstance("PKIX");
            keys.init(store, none);
            var trust = TrustManagerFactory.getInstance("PKIX");
            trust.init(store);
            var own = SSLContext.getInstance("TLS");
            own.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
            var servers = SSLContext.getInstance("TLS");
            servers.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
            var unchecked = SSLContext.getInstance("TLS");
            unchecked.init(null, new X509ExtendedTrustManager[] {new Anybody()}, null);
            return new Contexts(own, servers, unchecked);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalArgumentException("the certificate cannot be used: " + e.getMessage(), e);
        }
    }
}
