package dev.gatehouse.pulumi.automation;

import static dev.gatehouse.pulumi.plan.RecordedPlan.LOCAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.pulumi.plan.StackSettings;
import dev.gatehouse.pulumi.provider.FakeAwsAccount;
import dev.gatehouse.pulumi.provider.FakeAwsProvider;
import dev.gatehouse.pulumi.stack.EngineStack;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Settings that are refused before anything is created, as the engine shows it. */
@Tag("pulumi")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RefusalsIT {
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
  void identityOfAnotherAccount() throws Exception {
    refuses(
        LOCAL.with(
            "gatehouse:emailAddressArn",
            "arn:aws:ses:us-east-1:111122223333:identity/gatehouse.test"),
        "the identity is in account 111122223333 and the stack in 000000000000:"
            + " pulumi config set sesIdentityPolicy false");
  }

  @Test
  void runtimeThatTheProviderDoesNotKnow() throws Exception {
    refuses(
        LOCAL.with("gatehouse:lambdaRuntime", "java25"),
        "gatehouse:lambdaRuntime is java25, but must be java21, since version 6.83.0 of Pulumi's"
            + " AWS provider knows no newer one");
  }

  @Test
  void allMissingSettingsAtOnce() throws Exception {
    refuses(
        LOCAL.with("gatehouse:domainName", "").with("gatehouse:emailAddressArn", ""),
        "gatehouse:domainName is not set: pulumi config set domainName",
        "gatehouse:emailAddressArn is not set: pulumi config set emailAddressArn",
        "or pulumi config set sesDomain");
  }

  @Test
  void superfluousSettingWithTheCommandThatRemovesIt() throws Exception {
    refuses(
        LOCAL
            .with("gatehouse:hostedDomainPrefix", "gatehouse-local")
            .with("gatehouse:hostedDomain", "auth.gatehouse.test"),
        "gatehouse:hostedDomain is auth.gatehouse.test, but must be blank, since"
            + " hostedDomainPrefix is set too: pulumi config rm hostedDomain");
  }

  @Test
  void valueOfAnotherTypeWithTheRecordersSentence() throws Exception {
    refuses(
        LOCAL.with("gatehouse:alarms", "yes"),
        "Stack 'local' with configuration key 'alarms' must be of type 'boolean'");
  }

  private void refuses(StackSettings settings, String... sentences) throws Exception {
    stack.set(settings);

    assertThatThrownBy(stack::up).hasMessageContainingAll(sentences);

    assertThat(account.size()).isZero();
  }
}
