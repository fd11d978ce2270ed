import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ThreadLocalRandom;

/** A proxy on Netty, one event loop a core: a port, then the origins' ports. Bodies have 1 MB; no pipelining. */
final class NettyProxy {
    private static final int MOST_BODY = 1 << 20;

    /** Connections at rest, by origin; an event loop is one thread and has its own. */
    private final ThreadLocal<Deque<Channel>[]> resting;

    private final int[] ports;

    private NettyProxy(int[] ports) {
        this.ports = ports;
        this.resting = ThreadLocal.withInitial(NettyProxy.this::nobody);
    }

    @SuppressWarnings("unchecked")
    private Deque<Channel>[] nobody() {
        var deques = new Deque[ports.length];
        java.util.Arrays.setAll(deques, _ -> new ArrayDeque<Channel>());
        return deques;
    }

    public static void main(String[] ports) {
        var numbers = new int[ports.length];
        java.util.Arrays.setAll(numbers, i -> Integer.parseInt(ports[i]));
        new NettyProxy(numbers).listen();
    }

    private void listen() {
        var loops = new NioEventLoopGroup(Runtime.getRuntime().availableProcessors());
        new ServerBootstrap()
                .group(loops)
                .channel(NioServerSocketChannel.class)
                .option(ChannelOption.SO_BACKLOG, 1024)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel client) {
                        client.pipeline()
                                .addLast(new HttpServerCodec(), new HttpObjectAggregator(MOST_BODY), new Front());
                    }
                })
                .bind("127.0.0.1", ports[0])
                .syncUninterruptibly();
    }

    /** A client's side. */
    private final class Front extends SimpleChannelInboundHandler<FullHttpRequest> {
        @Override
        protected void channelRead0(ChannelHandlerContext client, FullHttpRequest request) {
            int origin = 1 + ThreadLocalRandom.current().nextInt(ports.length - 1);
            request.headers().add("X-Forwarded-For", "127.0.0.1");
            var channel = resting.get()[origin].pollFirst();
            if (channel != null && channel.isActive()) {
                channel.pipeline().get(Back.class).carry(request.retain(), client.channel(), channel);
            } else {
                connect(client.channel(), request.retain(), origin);
            }
        }

        private void connect(Channel client, FullHttpRequest request, int origin) {
            new Bootstrap()
                    .group(client.eventLoop())
                    .channel(NioSocketChannel.class)
                    .option(ChannelOption.TCP_NODELAY, true)
                    .handler(new ChannelInitializer<SocketChannel>() {
                        @Override
                        protected void initChannel(SocketChannel server) {
                            server.pipeline()
                                    .addLast(
                                            new HttpClientCodec(),
                                            new HttpObjectAggregator(MOST_BODY),
                                            new Back(origin));
                        }
                    })
                    .connect("127.0.0.1", ports[origin])
                    .addListener((ChannelFutureListener) done -> {
                        if (done.isSuccess()) {
                            done.channel().pipeline().get(Back.class).carry(request, client, done.channel());
                        } else {
                            request.release();
                            client.close();
                        }
                    });
        }
    }

    /** An origin's side. */
    private final class Back extends SimpleChannelInboundHandler<FullHttpResponse> {
        private final int origin;
        private Channel client;

        private Back(int origin) {
            this.origin = origin;
        }

        private void carry(FullHttpRequest request, Channel from, Channel server) {
            client = from;
            server.writeAndFlush(request);
        }

        @Override
        protected void channelRead0(ChannelHandlerContext server, FullHttpResponse response) {
            var to = client;
            resting.get()[origin].addFirst(server.channel());
            to.writeAndFlush(response.retain());
        }
    }
}
