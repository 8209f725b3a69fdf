package dev.gatehouse.pulumi.automation;

import static dev.gatehouse.pulumi.plan.RecordedPlan.LOCAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.pulumi.plan.StackSettings;
import dev.gatehouse.pulumi.provider.FakeAwsAccount;
import dev.gatehouse.pulumi.provider.FakeAwsProvider;
import dev.gatehouse.pulumi.stack.EngineStack;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two stacks side by side in one account. */
@Tag("pulumi")
final class TwoStacksIT {
  private static final String IDENTITY = "aws:ses/domainIdentity:DomainIdentity";

  private final FakeAwsAccount account = new FakeAwsAccount();

  @TempDir private Path directory;

  @BeforeEach
  void isEmpty() {
    assertThat(account.size()).isZero();
  }

  @Test
  void oneIsDestroyedAndTheOtherUnchanged() throws Exception {
    try (FakeAwsProvider provider = FakeAwsProvider.start("us-east-1", account);
        EngineStack prod = create(stack("prod"), provider);
        EngineStack dev = create(stack("dev"), provider)) {
      prod.up();
      List<String> alone = account.typesAndIds();
      dev.up();

      dev.destroy();

      assertThat(account.typesAndIds()).containsAll(alone).hasSizeLessThan(alone.size() + 4);
      assertThat(prod.up().none()).isTrue();
    }
  }

  @Test
  void secondStackWithAnIdentityIsRefusedBeforeAnythingIsCreated() throws Exception {
    try (FakeAwsProvider provider = FakeAwsProvider.start("us-east-1", account);
        EngineStack prod = create(identity("prod"), provider);
        EngineStack dev = create(identity("dev"), provider)) {
      prod.up();
      int alone = account.size();

      assertThatThrownBy(dev::up)
          .hasMessageContaining("its identity belongs to the stack gatehouse-prod");

      assertThat(account.size()).isEqualTo(alone);
    }
  }

  @Test
  void identityOfAnotherRegionIsLeftAlone() throws Exception {
    try (FakeAwsProvider america = FakeAwsProvider.start("us-east-1", account);
        FakeAwsProvider europe = FakeAwsProvider.start("eu-west-1", account);
        EngineStack prod = create(identity("prod"), america);
        EngineStack dev = create(identity("dev").with("aws:region", "eu-west-1"), europe)) {
      prod.up();
      List<String> alone = account.typesAndIds();
      assertThatThrownBy(dev::up)
          .hasMessageContaining("config set sesMailFrom")
          .hasMessageContaining("config set sesDmarc off");
      dev.set(
          identity("dev")
              .with("aws:region", "eu-west-1")
              .with("gatehouse:sesMailFrom", "bounce-europe")
              .with("gatehouse:sesDmarc", "off"));
      dev.up();
      assertThat(account.ids(IDENTITY)).hasSize(2);

      dev.destroy();

      assertThat(account.typesAndIds()).containsAll(alone);
      assertThat(account.ids(IDENTITY)).hasSize(1);
      assertThat(prod.up().none()).isTrue();
    }
  }

  private EngineStack create(StackSettings settings, FakeAwsProvider provider) throws Exception {
    return EngineStack.create(
        Files.createTempDirectory(directory, settings.stack()),
        settings,
        provider.debugProviders());
  }

  private static StackSettings identity(String name) {
    return stack(name)
        .with("gatehouse:emailAddressArn", "")
        .with("gatehouse:sesDomain", "gatehouse.test");
  }

  private static StackSettings stack(String name) {
    return new StackSettings(LOCAL.project(), name, LOCAL.values())
        .with("gatehouse:domainName", name + ".gatehouse.test")
        .with("gatehouse:protectData", "false");
  }
}
