package dev.gatehouse.pulumi.plan.engine;

import io.grpc.BindableService;
import io.grpc.Server;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;

/** A Pulumi engine for one program, on a port of 127.0.0.1, that creates nothing. */
public final class RecordingEngine implements AutoCloseable {
  private static final byte[] LOCALHOST = {127, 0, 0, 1};

  private final Server server;

  private RecordingEngine(Server server) {
    this.server = server;
  }

  /** Starts an engine; throws {@link RecordingFailed} if it cannot open a port. */
  public static RecordingEngine start(Recording recording, BindableService monitor) {
    try {
      return new RecordingEngine(
          NettyServerBuilder.forAddress(
                  new InetSocketAddress(InetAddress.getByAddress(LOCALHOST), 0))
              .addService(monitor)
              .addService(new RecordingEngineService(recording))
              .build()
              .start());
    } catch (IOException e) {
      throw new RecordingFailed("Cannot open a port on 127.0.0.1: " + e.getMessage());
    }
  }

  /** Returns the address for PULUMI_MONITOR and PULUMI_ENGINE. */
  public String address() {
    return "127.0.0.1:" + server.getPort();
  }

  @Override
  public void close() {
    try {
      server.shutdownNow().awaitTermination(5, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
