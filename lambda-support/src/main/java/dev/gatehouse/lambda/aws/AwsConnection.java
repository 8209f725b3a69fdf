package dev.gatehouse.lambda.aws;

import dev.gatehouse.lambda.priming.Priming;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
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

/** The HTTP client and the credentials that the AWS SDK clients of a process share. */
public final class AwsConnection {
  /** Time limit of a connect: every service is in the same region, a few milliseconds away. */
  private static final Duration CONNECT = Duration.ofSeconds(1);

  /** Lambda may freeze a process between two calls, and the service closes idle connections. */
  private static final Duration IDLE = Duration.ofSeconds(5);

  /** The places where Lambda puts a function's credentials; under SnapStart only the last. */
  private final AwsCredentialsProvider credentials =
      AwsCredentialsProviderChain.of(
          SystemPropertyCredentialsProvider.create(),
          EnvironmentVariableCredentialsProvider.create(),
          ContainerCredentialsProvider.create());

  private static @Nullable AwsConnection shared;

  /** The HTTP client of the priming that is under way. */
  private static @Nullable SdkHttpClient primingHttp;

  private final SdkHttpClient http;
  private final Consumer<ClientOverrideConfiguration.Builder> overrides;

  private AwsConnection(
      SdkHttpClient http, Consumer<ClientOverrideConfiguration.Builder> overrides) {
    this.http = http;
    this.overrides = overrides;
  }

  /**
   * Returns the connection of this process; it opens no socket before the first call.
   *
   * @throws IllegalStateException if the archive holds no native library for this processor
   */
  public static synchronized AwsConnection shared() {
    @Nullable AwsConnection connection = shared;
    if (connection == null) {
      connection = new AwsConnection(newHttp(), all -> {});
      shared = connection;
    }
    return connection;
  }

  /**
   * Returns a connection for priming: each call opens a socket and closes it, and responses are
   * replaced by canned ones. While priming replays, no call leaves the process. It shares neither
   * sockets nor credentials with the connection that the snapshot keeps, and leaves no connection
   * and no signing key behind.
   */
  public static synchronized AwsConnection forPriming(CannedResponse response) {
    @Nullable SdkHttpClient client = primingHttp;
    if (client == null) {
      client = new ReplayingHttpClient(newHttp());
      primingHttp = client;
    }
    Priming.afterwards(AwsConnection::leaveNothing);
    return new AwsConnection(
        client, all -> all.putHeader("Connection", "close").addExecutionInterceptor(response));
  }

  private static synchronized void leaveNothing() {
    @Nullable SdkHttpClient client = primingHttp;
    primingHttp = null;
    if (client != null) {
      client.close();
    }
    SigningKeys.forget();
  }

  /**
   * Returns a client builder of a service that uses this connection, with the given time limits.
   */
  public <B extends AwsClientBuilder<B, ?> & AwsSyncClientBuilder<B, ?>> B of(
      B client, String region, Consumer<ClientOverrideConfiguration.Builder> limits) {
    return client
        .region(Region.of(region))
        .credentialsProvider(credentials)
        .httpClient(http)
        .overrideConfiguration(
            all -> {
              all.scheduledExecutorService(CallTimeouts.EXECUTOR);
              limits.accept(all);
              overrides.accept(all);
            });
  }

  /** Returns the HTTP client, for requests that no client of the SDK sends. */
  public SdkHttpClient http() {
    return http;
  }

  /** Returns the credentials of the function as they are now. */
  public AwsCredentials credentials() {
    return credentials.resolveCredentials();
  }

  private static SdkHttpClient newHttp() {
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

  /** The timer of all call timeouts: one thread, where each client would start five. */
  private static final class CallTimeouts {
    static final ScheduledExecutorService EXECUTOR = newTimer();

    private static ScheduledExecutorService newTimer() {
      ScheduledThreadPoolExecutor timer =
          new ScheduledThreadPoolExecutor(
              1,
              task -> {
                Thread thread = new Thread(task, "call-timeouts");
                thread.setDaemon(true);
                return thread;
              });
      // Otherwise the timeout of a completed call stays, with that call, until its time has come.
      timer.setRemoveOnCancelPolicy(true);
      return timer;
    }
  }
}
