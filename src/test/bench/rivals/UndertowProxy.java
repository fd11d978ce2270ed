import io.undertow.Undertow;
import io.undertow.server.handlers.ResponseCodeHandler;
import io.undertow.server.handlers.proxy.LoadBalancingProxyClient;
import io.undertow.server.handlers.proxy.ProxyHandler;
import java.net.URI;

/** Undertow's own proxy: a port, then the origins' ports. */
final class UndertowProxy {
    private UndertowProxy() {}

    public static void main(String[] ports) {
        var origins = new LoadBalancingProxyClient().setConnectionsPerThread(64).setMaxQueueSize(1024);
        for (int i = 1; i < ports.length; i++) {
            origins.addHost(URI.create("http://127.0.0.1:" + ports[i]));
        }
        var proxy = ProxyHandler.builder()
                .setProxyClient(origins)
                .setNext(ResponseCodeHandler.HANDLE_404)
                .build();
        Undertow.builder()
                .addHttpListener(Integer.parseInt(ports[0]), "127.0.0.1")
                .setHandler(proxy)
                .build()
                .start();
    }
}
