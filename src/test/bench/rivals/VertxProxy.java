import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.OriginRequestProvider;

/** Vert.x's own proxy, one event loop a core: a port, then the origins' ports. */
final class VertxProxy extends AbstractVerticle {
    private final String[] ports;
    private int turn;

    private VertxProxy(String[] ports) {
        this.ports = ports;
    }

    public static void main(String[] ports) {
        int cores = Runtime.getRuntime().availableProcessors();
        Vertx.vertx().deployVerticle(() -> new VertxProxy(ports), new DeploymentOptions().setInstances(cores));
    }

    @Override
    public void start(Promise<Void> started) {
        var client = vertx.createHttpClient(new HttpClientOptions().setMaxPoolSize(64));
        var proxy = HttpProxy.reverseProxy(client)
                .origin(OriginRequestProvider.selector(_ -> Future.succeededFuture(next())));
        vertx.createHttpServer(new HttpServerOptions().setHost("127.0.0.1").setPort(Integer.parseInt(ports[0])))
                .requestHandler(proxy)
                .listen()
                .<Void>mapEmpty()
                .onComplete(started);
    }

    private SocketAddress next() {
        turn = turn % (ports.length - 1) + 1;
        return SocketAddress.inetSocketAddress(Integer.parseInt(ports[turn]), "127.0.0.1");
    }
}
