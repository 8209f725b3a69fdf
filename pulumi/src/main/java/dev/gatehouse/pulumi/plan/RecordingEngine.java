package dev.gatehouse.pulumi.plan;

import io.grpc.BindableService;
import io.grpc.Server;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;

/** Plays Pulumi's engine for one program, on a port of this machine alone, and remembers all. */
final class RecordingEngine implements AutoCloseable {
  private static final byte[] LOCALHOST = {127, 0, 0, 1};

  private final Server server;

  private RecordingEngine(Server server) {
    this.server = server;
  }

  static RecordingEngine start(Recording recording, BindableService monitor) {
    try {
      return new RecordingEngine(
          NettyServerBuilder.forAddress(
                  new InetSocketAddress(InetAddress.getByAddress(LOCALHOST), 0))
              .addService(monitor)
              .addService(new EngineLog(recording))
              .build()
              .start());
    } catch (IOException e) {
      throw new RecordingFailed("No port of this machine is free: " + e.getMessage());
    }
  }

  String address() {
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
