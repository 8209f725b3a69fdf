package dev.gatehouse.pulumi.provider;

import dev.gatehouse.pulumi.plan.fake.FakeProvider;
import io.grpc.Server;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;

/** A provider of one region, on a port of 127.0.0.1. */
public final class FakeAwsProvider implements AutoCloseable {
  private static final byte[] LOCALHOST = {127, 0, 0, 1};
  private static final String ACCOUNT = "000000000000";

  private final Server server;

  private FakeAwsProvider(Server server) {
    this.server = server;
  }

  /** Starts a provider of a region. */
  public static FakeAwsProvider start(String region, FakeAwsAccount account) {
    FakeProvider outputs = new FakeProvider(region, ACCOUNT);
    try {
      return new FakeAwsProvider(
          NettyServerBuilder.forAddress(
                  new InetSocketAddress(InetAddress.getByAddress(LOCALHOST), 0))
              .addService(
                  new FakeAwsProviderService(
                      new FakeAwsResources(region, outputs, account),
                      new FakeAwsLookups(outputs, account)))
              .build()
              .start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the value of PULUMI_DEBUG_PROVIDERS, with which the engine starts no plugin. */
  public String debugProviders() {
    return "aws:" + server.getPort();
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
