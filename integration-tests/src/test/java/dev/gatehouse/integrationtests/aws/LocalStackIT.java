package dev.gatehouse.integrationtests.aws;

import dev.gatehouse.users.dynamodb.LocalStack;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * LocalStack in a container, or the one that {@code -Dtarget.localstack=http://...} names; skipped
 * without either. {@code make test-localstack} makes the image where it cannot be pulled.
 */
@ExtendWith(LocalStack.Condition.class)
@Tag("localstack")
class LocalStackIT extends AwsEmulatorContract {
  private static LocalStack localStack;
  private static AwsEmulator emulator;

  @BeforeAll
  static void start() {
    localStack = LocalStack.start("cognito-idp", "dynamodb", "kms", "ses", "sqs");
    emulator = AwsEmulator.at(localStack.endpoint());
  }

  @AfterAll
  static void stop() {
    if (localStack != null) {
      localStack.close();
    }
  }

  @Override
  AwsEmulator emulator() {
    return emulator;
  }
}
