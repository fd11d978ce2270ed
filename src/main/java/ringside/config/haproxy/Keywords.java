package ringside.config.haproxy;

import java.util.Set;
import java.util.TreeSet;

/** The words that HAProxy 2.6 knows and that are read past, each with a note. */
final class Keywords {
    /** Lines of a section. */
    static final Set<String> LINES = words(
            "backlog bind-process block capture clitcpka-cnt clitcpka-idle clitcpka-intvl compression cookie declare"
                + " description dispatch dynamic-cookie-key email-alert enabled error-log-format errorfile errorfiles"
                + " errorloc errorloc302 errorloc303 external-check filter force-persist fullconn grace"
                + " http-after-response http-error http-request http-response http-reuse http-send-name-header id"
                + " ignore-persist load-server-state-from-file log log-format log-format-sd log-tag"
                + " max-keep-alive-queue max-session-srv-conns maxconn monitor monitor-net monitor-uri persist"
                + " rate-limit redirect retry-on server-state-file-name source srvtcpka-cnt srvtcpka-idle"
                + " srvtcpka-intvl stats stick stick-table tcp-check tcp-request tcp-response transparent"
                + " unique-id-format unique-id-header use-fcgi-app use-server");

    /** Lines of a section that are taken over. */
    static final Set<String> TAKEN =
            words("acl balance bind default-server default_backend disabled hash-balance-factor"
                    + " hash-type http-check mode option retries server server-template timeout use_backend");

    /** Options, {@code option abortonclose} and so on, that can be switched off with {@code no}. */
    static final Set<String> SWITCHES = words("abortonclose accept-invalid-http-request accept-invalid-http-response"
            + " checkcache clitcpka contstats disable-h2-upgrade dontlog-normal dontlognull"
            + " h1-case-adjust-bogus-client h1-case-adjust-bogus-server http-buffer-request http-ignore-probes"
            + " http-keep-alive http-no-delay http-pretend-keepalive http-server-close"
            + " http-use-proxy-header httpclose idle-close-on-response independant-streams independent-streams"
            + " log-health-checks log-separate-errors logasap nolinger persist prefer-last-server socket-stats"
            + " splice-auto splice-request splice-response srvtcpka tcp-smart-accept tcp-smart-connect tcpka"
            + " transparent");

    /** Options that cannot. */
    static final Set<String> OPTIONS = words("forwardfor http-restrict-req-hdr-names httplog originalto tcplog");

    /** Options that say what a check is, but not in words that are known here. */
    static final Set<String> CHECKS = words(
            "external-check ldap-check mysql-check pgsql-check redis-check smtpchk" + " spop-check ssl-hello-chk");

    /** Times that are not taken over. */
    static final Set<String> TIMEOUTS =
            words("client client-fin http-keep-alive http-request queue server server-fin" + " tarpit tunnel");

    /** Words of a {@code bind} line that are followed by a value. */
    static final Set<String> BIND_VALUES = words("alpn backlog ca-file ca-ignore-err ca-sign-file ca-sign-pass"
        + " ca-verify-file ciphers ciphersuites crl-file crt crt-ignore-err crt-list curves ecdhe expose-fd gid group"
        + " id interface level maxconn mode mss name namespace nice npn process proto severity-output shards"
        + " ssl-max-ver ssl-min-ver tcp-ut thread tls-ticket-keys uid user verify accept-netscaler-cip");

    /** Words of a {@code bind} line that stand alone. */
    static final Set<String> BIND_WORDS = words("accept-proxy allow-0rtt defer-accept force-sslv3 force-tlsv10"
        + " force-tlsv11 force-tlsv12 force-tlsv13 generate-certificates no-ca-names no-sslv3 no-tls-tickets no-tlsv10"
        + " no-tlsv11 no-tlsv12 no-tlsv13 prefer-client-ciphers ssl strict-sni tfo transparent v4v6 v6only");

    private Keywords() {}

    private static Set<String> words(String text) {
        return Set.of(text.split(" "));
    }

    /** All of some sets. */
    @SafeVarargs
    static Set<String> all(Set<String>... sets) {
        var all = new TreeSet<String>();
        for (var set : sets) {
            all.addAll(set);
        }
        return all;
    }
}
