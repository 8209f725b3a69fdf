package dev.gatehouse.pulumi.automation;

import static dev.gatehouse.pulumi.plan.RecordedPlan.LOCAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import dev.gatehouse.pulumi.plan.StackSettings;
import dev.gatehouse.pulumi.provider.FakeAwsAccount;
import dev.gatehouse.pulumi.stack.EngineStack;
import dev.gatehouse.pulumi.stack.SharedStack;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The published versions of functions, and which of them callers get. */
@Tag("pulumi")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class VersionsIT {
  private static final String FUNCTION = "gatehouse-local-api";
  private static final String ARCHIVE = "api/target/gatehouse-api-arm64.zip";

  private SharedStack shared;

  @BeforeAll
  void create(@TempDir Path directory) {
    shared = new SharedStack(directory, LOCAL);
  }

  @AfterAll
  void close() {
    shared.close();
  }

  @Test
  void failedSnapshotLeavesTheOldVersionServingUntilDeploymentIsRaised() throws Exception {
    shared.use(
        (stack, account) -> {
          int serving = version(account);
          failSnapshot(stack, account);
          assertThat(version(account)).isEqualTo(serving);

          assertThatThrownBy(stack::up).hasMessageContaining("state: 'Failed'");
          assertThat(account.versions().count(FUNCTION)).isEqualTo(serving + 1);
          assertThat(version(account)).isEqualTo(serving);

          stack.set(LOCAL.with("gatehouse:deployment", "2"));
          stack.previewAndUp();
          assertThat(version(account)).isEqualTo(serving + 2);
          assertThat(stack.up().none()).isTrue();
          restore(stack);
        });
  }

  @Test
  void codeThatIsNotServedIsReportedWithTheWayOut() throws Exception {
    shared.use(
        (stack, account) -> {
          int serving = version(account);
          failSnapshot(stack, account);
          account.versions().deleteFailed(FUNCTION);

          String sentence =
              "%s serves other code than %s, whose version could not be published: pulumi config set deployment 2"
                  .formatted(FUNCTION, ARCHIVE);
          assertThatThrownBy(stack::preview).hasMessageContaining(sentence);
          assertThatThrownBy(stack::up).hasMessageContaining(sentence);
          assertThat(version(account)).isEqualTo(serving);

          stack.run("config", "set", "deployment", "2");
          stack.previewAndUp();
          assertThat(version(account)).isGreaterThan(serving);
          restore(stack);
        });
  }

  @Test
  void newVersionGetsAShareOfTheCallsUntilALaterUp() throws Exception {
    shared.use(
        (stack, account) -> {
          int old = version(account);
          stack.build(ARCHIVE, "code for a tenth of the calls");
          stack.set(percent("10"));
          stack.previewAndUp();
          assertThat(version(account)).isEqualTo(old);
          assertThat(share(account, old + 1)).isEqualTo(0.1);
          assertThat(alias(account, "reconcile").has("routingConfig")).isFalse();

          stack.set(percent("50"));
          stack.previewAndUp();
          assertThat(version(account)).isEqualTo(old);
          assertThat(share(account, old + 1)).isEqualTo(0.5);

          restore(stack);
          assertThat(version(account)).isEqualTo(old + 1);
          assertThat(alias(account, "api").has("routingConfig")).isFalse();
        });
  }

  private static void failSnapshot(EngineStack stack, FakeAwsAccount account) throws Exception {
    stack.build(ARCHIVE, "code after version " + version(account));
    account.failSnapshot(FUNCTION);
    assertThatThrownBy(stack::up).hasMessageContaining("its snapshot failed: FunctionError");
    account.recover();
  }

  private static void restore(EngineStack stack) throws Exception {
    stack.set(LOCAL);
    stack.up();
  }

  private static StackSettings percent(String percent) {
    return LOCAL.with("gatehouse:newVersionPercent", percent);
  }

  private static JsonObject alias(FakeAwsAccount account, String function) {
    return account.properties("aws:lambda/alias:Alias", function);
  }

  private static int version(FakeAwsAccount account) {
    return alias(account, "api").get("functionVersion").getAsInt();
  }

  private static double share(FakeAwsAccount account, int version) {
    return alias(account, "api")
        .getAsJsonObject("routingConfig")
        .getAsJsonObject("additionalVersionWeights")
        .get(String.valueOf(version))
        .getAsDouble();
  }
}
