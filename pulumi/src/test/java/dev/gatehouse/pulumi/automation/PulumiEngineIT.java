package dev.gatehouse.pulumi.automation;

import static dev.gatehouse.pulumi.plan.RecordedPlan.LOCAL;
import static dev.gatehouse.pulumi.plan.RecordedPlan.PLAN;
import static dev.gatehouse.pulumi.stack.PlanComparison.differences;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pulumi.automation.OperationType;
import dev.gatehouse.pulumi.provider.FakeAwsAccount;
import dev.gatehouse.pulumi.provider.FakeAwsProvider;
import dev.gatehouse.pulumi.stack.EngineStack;
import dev.gatehouse.pulumi.stack.StatefulResources;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * The life of one stack on the real Pulumi engine, with a fake of the AWS provider. Each test goes
 * on where the one before it ended, since a new stack takes longest.
 */
@Tag("pulumi")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class PulumiEngineIT {
  private static final String FUNCTION = "aws:lambda/function:Function";

  private final FakeAwsAccount account = new FakeAwsAccount();
  private FakeAwsProvider provider;
  private EngineStack stack;

  @BeforeAll
  void createStack(@TempDir Path directory) throws Exception {
    provider = FakeAwsProvider.start("us-east-1", account);
    stack = EngineStack.create(directory, LOCAL, provider.debugProviders());
  }

  @AfterAll
  void close() {
    stack.close();
    provider.close();
  }

  @Test
  @Order(1)
  void previewOfAnEmptyAccountCreatesNothing() throws Exception {
    assertThat(stack.preview().of(OperationType.CREATE)).isEqualTo(PLAN.resources().size());

    assertThat(account.size()).isZero();
  }

  @Test
  @Order(2)
  void upResumesAfterAFailedCreation() throws Exception {
    account.fail("aws:cognito/userPool:UserPool", "user-pool");
    assertThatThrownBy(stack::up).hasMessageContaining("the test makes user-pool fail");
    assertThat(account.size()).isPositive();
    account.recover();

    stack.up();

    assertThat(differences(PLAN, stack.state())).isEmpty();
  }

  @Test
  @Order(4)
  void secondUpChangesNothing() throws Exception {
    account.takeCalls();

    assertThat(stack.preview().none()).isTrue();
    assertThat(stack.up().none()).isTrue();

    assertThat(account.takeCalls()).isEmpty();
  }

  @Test
  @Order(5)
  void upResumesAfterAFailedUpdate() throws Exception {
    stack.set(LOCAL.with("gatehouse:lambdaMemory", "2048"));
    account.fail(FUNCTION, "api");
    assertThatThrownBy(stack::up).hasMessageContaining("the test makes api fail");
    account.recover();

    stack.up();

    assertThat(memory("api")).isEqualTo(memory("reconcile")).isEqualTo(2048);
    restore();
  }

  @Test
  @Order(6)
  void secretsStaySecrets() throws Exception {
    for (String path : List.of("environmentVariables.TOKEN", "emailDeny[0]", "supportAddress")) {
      stack.run("config", "set", "--secret", "--path", path, "secret@example.org");
    }
    account.takeCalls();

    stack.up();

    assertThat(account.takeCalls())
        .contains(
            "update " + stack.state().urn(FUNCTION, "api"),
            "update " + stack.state().urn(FUNCTION, "pre-sign-up"),
            "update " + stack.state().urn(FUNCTION, "custom-message"));
    assertThat(stack.state().export().toString()).doesNotContain("secret@example.org");
    restore();
  }

  @Test
  @Order(7)
  void destroyIsRefusedByItsPreview() throws Exception {
    account.takeCalls();

    assertThatThrownBy(() -> stack.run("destroy", "--yes")).hasMessageContaining("protected");

    assertThat(account.takeCalls()).isEmpty();
  }

  @Test
  @Order(8)
  void destroyWithoutPreviewKeepsUsersAndTheirClient() throws Exception {
    List<String> users =
        StatefulResources.ids(stack.state()).stream()
            .filter(it -> it.contains("aws:cognito/") || it.contains("aws:dynamodb/"))
            // Its rows live for ten minutes.
            .filter(it -> !it.contains("idempotency-keys"))
            .toList();

    assertThatThrownBy(stack::destroy).hasMessageContaining("protected");

    assertThat(StatefulResources.ids(stack.state())).containsAll(users);
    restore();
  }

  @Test
  @Order(9)
  void unprotectedStackComesUpAgainAfterDestroy() throws Exception {
    stack.set(LOCAL.with("gatehouse:protectData", "false"));
    stack.up();
    stack.destroy();
    assertThat(StatefulResources.ids(stack.state())).isEmpty();
    stack.set(LOCAL);

    stack.previewAndUp();

    assertThat(stack.state().byUrn()).hasSameSizeAs(PLAN.resources());
  }

  private void restore() throws Exception {
    stack.set(LOCAL);
    stack.up();
    assertThat(differences(PLAN, stack.state())).isEmpty();
  }

  private int memory(String function) throws Exception {
    return stack
        .state()
        .named(FUNCTION, function)
        .getAsJsonObject("inputs")
        .get("memorySize")
        .getAsInt();
  }
}
