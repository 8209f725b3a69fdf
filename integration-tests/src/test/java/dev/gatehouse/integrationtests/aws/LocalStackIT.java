package dev.gatehouse.integrationtests.aws;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIf;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;

/** LocalStack in a container, or any endpoint that {@code -Dtarget.aws=http://...} names. */
@EnabledIf(
    value = "hasEndpoint",
    disabledReason = "needs Docker for LocalStack, or -Dtarget.aws=http://... for another endpoint")
class LocalStackIT extends AwsEndpointContract {
  /** One of the last images that start without a LocalStack account. */
  private static final DockerImageName IMAGE =
      DockerImageName.parse("localstack/localstack:4.14.0");

  private static @Nullable LocalStackContainer container;
  private static URI endpoint = URI.create("http://localhost:4566");

  static boolean hasEndpoint() {
    return System.getProperty("target.aws") != null
        || DockerClientFactory.instance().isDockerAvailable();
  }

  @BeforeAll
  static void startContainerUnlessEndpointIsGiven() {
    String target = System.getProperty("target.aws");
    if (target != null) {
      endpoint = URI.create(target);
      return;
    }
    container = new LocalStackContainer(IMAGE).withServices("dynamodb", "ses");
    container.start();
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
