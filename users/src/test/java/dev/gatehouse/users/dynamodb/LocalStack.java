package dev.gatehouse.users.dynamodb;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.NotFoundException;
import java.io.IOException;
import java.net.URI;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.dockerclient.DockerClientProviderStrategy;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * A LocalStack for the tests of any module: in a container, or the running one that {@code
 * -Dtarget.localstack=http://...} names.
 */
public final class LocalStack implements AutoCloseable {
  /** One of the last images that start without a LocalStack account. */
  private static final DockerImageName IMAGE =
      DockerImageName.parse("localstack/localstack:4.14.0");

  private static final String TARGET = "target.localstack";
  private static final int PULL_MINUTES = 10;

  private final @Nullable LocalStackContainer container;
  private final URI endpoint;

  private LocalStack(@Nullable LocalStackContainer container, URI endpoint) {
    this.container = container;
    this.endpoint = endpoint;
  }

  /** Starts a container with these services, unless a LocalStack is named. */
  public static LocalStack start(String... services) {
    String target = System.getProperty(TARGET);
    if (target != null) {
      return new LocalStack(null, URI.create(target));
    }
    LocalStackContainer container = new LocalStackContainer(IMAGE).withServices(services);
    container.start();
    return new LocalStack(container, container.getEndpoint());
  }

  /** Returns the endpoint of every service. */
  public URI endpoint() {
    return endpoint;
  }

  /** Stops the container. */
  @Override
  public void close() {
    if (container != null) {
      container.stop();
    }
  }

  /**
   * The condition of test classes: a LocalStack is named, or Docker and the image are there.
   *
   * <p>Otherwise a class is skipped with one sentence: a computer without network is no reason for
   * a failed build. What goes wrong once the image is there fails.
   */
  public static final class Condition implements ExecutionCondition {
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
      if (System.getProperty(TARGET) != null) {
        return ConditionEvaluationResult.enabled("-D" + TARGET + " names a LocalStack");
      }
      if (context.getTestMethod().isPresent()) {
        return ConditionEvaluationResult.enabled("asked once, for the class");
      }
      ConditionEvaluationResult result =
          enabledIf(LocalStack::pullIfMissing, context.getDisplayName());
      if (result.isDisabled()) {
        result.getReason().ifPresent(System.err::println); // Maven prints no reason
      }
      return result;
    }
  }

  /** Returns whether an attempt succeeds, or the sentence that says why a class is skipped. */
  static ConditionEvaluationResult enabledIf(Callable<String> attempt, String testClass) {
    try {
      return ConditionEvaluationResult.enabled(attempt.call());
    } catch (Exception | LinkageError failure) {
      return ConditionEvaluationResult.disabled(
          testClass + " is skipped: LocalStack needs Docker and " + IMAGE + ": " + reason(failure));
    }
  }

  /** Pulls the image once; Testcontainers would try again for minutes, for a helper of its own. */
  private static String pullIfMissing() throws InterruptedException, IOException {
    try (DockerClient docker =
        DockerClientProviderStrategy.getClientForConfig(
            DockerClientFactory.instance().getTransportConfig())) {
      try {
        docker.inspectImageCmd(IMAGE.asCanonicalNameString()).exec();
      } catch (NotFoundException missing) {
        docker
            .pullImageCmd(IMAGE.asCanonicalNameString())
            .start()
            .awaitCompletion(PULL_MINUTES, TimeUnit.MINUTES);
      }
      return "the image is there";
    }
  }

  /** Returns the first line of what the root cause says, after its type. */
  private static String reason(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return String.valueOf(cause).lines().findFirst().orElse("");
  }
}
