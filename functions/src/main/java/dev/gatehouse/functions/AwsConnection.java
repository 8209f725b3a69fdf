package dev.gatehouse.functions;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProviderChain;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.auth.credentials.SystemPropertyCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.crt.AwsCrtHttpClient;
import software.amazon.awssdk.regions.Region;

/** Is the way from a function to AWS: one HTTP client for all that a process calls. */
public final class AwsConnection {
  /** Everything is in the same region, a few milliseconds away, or not there at all. */
  private static final Duration CONNECT = Duration.ofSeconds(1);

  /** A process may be frozen between two calls, and the other end hangs up meanwhile. */
  private static final Duration IDLE = Duration.ofSeconds(5);

  /** Where Lambda puts a function's credentials; under SnapStart, the last alone. */
  private final AwsCredentialsProvider credentials =
      AwsCredentialsProviderChain.of(
          SystemPropertyCredentialsProvider.create(),
          EnvironmentVariableCredentialsProvider.create(),
          ContainerCredentialsProvider.create());

  private static @Nullable AwsConnection shared;

  private final SdkHttpClient http;
  private final Consumer<ClientOverrideConfiguration.Builder> more;

  private AwsConnection(SdkHttpClient http, Consumer<ClientOverrideConfiguration.Builder> more) {
    this.http = http;
    this.more = more;
  }

  /**
   * Returns the way that a process has; it opens nothing before the first call.
   *
   * @throws IllegalStateException if the archive holds no native library for this processor
   */
  public static synchronized AwsConnection shared() {
    @Nullable AwsConnection known = shared;
    if (known == null) {
      known = new AwsConnection(http(), all -> {});
      shared = known;
    }
    return known;
  }

  /**
   * Returns a way on which each call has a connection of its own that ends with it, and on which
   * answers look as rehearsed; it shares nothing with the one that goes into a snapshot, neither
   * connections nor credentials.
   */
  public static AwsConnection rehearsal(RehearsedSuccess answers) {
    return new AwsConnection(
        Rehearsals.HTTP,
        all -> all.putHeader("Connection", "close").addExecutionInterceptor(answers));
  }

  /** Sends a service's client this way, within limits of time that the caller sets. */
  public <B extends AwsClientBuilder<B, ?> & AwsSyncClientBuilder<B, ?>> B of(
      B client, String region, Consumer<ClientOverrideConfiguration.Builder> limits) {
    return client
        .region(Region.of(region))
        .credentialsProvider(credentials)
        .httpClient(http)
        .overrideConfiguration(all -> {
          all.scheduledExecutorService(Alarm.CLOCK);
          limits.accept(all);
          more.accept(all);
        });
  }

  private static SdkHttpClient http() {
    try {
      return AwsCrtHttpClient.builder()
          .connectionTimeout(CONNECT)
          .connectionMaxIdleTime(IDLE)
          .build();
    } catch (LinkageError | RuntimeException notLoaded) {
      throw new IllegalStateException(
          "The native library of the AWS CRT does not load: deploy the archive for the processor"
              + " that the function runs on, and leave its lib folder in LD_LIBRARY_PATH",
          notLoaded);
    }
  }

  private static final class Rehearsals {
    static final SdkHttpClient HTTP = http();
  }

  /** Ends what takes too long: one thread, where each client would start five of its own. */
  private static final class Alarm {
    static final ScheduledExecutorService CLOCK =
        Executors.newSingleThreadScheduledExecutor(task -> {
          Thread thread = new Thread(task, "call-timeouts");
          thread.setDaemon(true);
          return thread;
        });
  }
}
