package dev.gatehouse.users.dynamodb;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.NotFoundException;
import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.dockerclient.DockerClientProviderStrategy;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * LocalStack in a container, and the condition of the test classes that use it, in any module.
 *
 * <p>Without a Docker engine or the image, a class is skipped with one sentence: a computer without
 * network is no reason for a failed build. What goes wrong once the image is there fails.
 */
public final class LocalStack implements ExecutionCondition {
  /** One of the last images that start without a LocalStack account. */
  private static final DockerImageName IMAGE =
      DockerImageName.parse("localstack/localstack:4.14.0");

  private static final int PULL_MINUTES = 10;

  /** Starts a container with these services. */
  public static LocalStackContainer start(String... services) {
    LocalStackContainer container = new LocalStackContainer(IMAGE).withServices(services);
    container.start();
    return container;
  }

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
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
