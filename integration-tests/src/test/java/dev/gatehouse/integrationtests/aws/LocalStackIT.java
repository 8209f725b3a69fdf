package dev.gatehouse.integrationtests.aws;

import dev.gatehouse.users.dynamodb.LocalStack;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.testcontainers.localstack.LocalStackContainer;

/**
 * LocalStack in a container, skipped without Docker, or any endpoint that {@code
 * -Dtarget.aws=http://...} names.
 */
@ExtendWith(LocalStackIT.HasEndpoint.class)
class LocalStackIT extends AwsEndpointContract {
  private static final String TARGET = "target.aws";

  /** The condition that there is an endpoint: a named one, or LocalStack. */
  static final class HasEndpoint implements ExecutionCondition {
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
      return System.getProperty(TARGET) == null
          ? new LocalStack().evaluateExecutionCondition(context)
          : ConditionEvaluationResult.enabled("-D" + TARGET + " names an endpoint");
    }
  }

  private static @Nullable LocalStackContainer container;
  private static URI endpoint = URI.create("http://localhost:4566");

  @BeforeAll
  static void startContainerUnlessEndpointIsGiven() {
    String target = System.getProperty(TARGET);
    if (target != null) {
      endpoint = URI.create(target);
      return;
    }
    container = LocalStack.start("dynamodb", "ses");
    endpoint = container.getEndpoint();
  }

  @AfterAll
  static void stopContainer() {
    if (container != null) {
      container.stop();
    }
  }

  @Override
  URI endpoint() {
    return endpoint;
  }
}
