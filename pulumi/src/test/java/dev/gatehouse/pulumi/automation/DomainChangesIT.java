package dev.gatehouse.pulumi.automation;

import static dev.gatehouse.pulumi.plan.RecordedPlan.LOCAL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.pulumi.plan.StackSettings;
import dev.gatehouse.pulumi.stack.SharedStack;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Domains that get another name. */
@Tag("pulumi")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DomainChangesIT {
  private static final String POOL_DOMAIN = "aws:cognito/userPoolDomain:UserPoolDomain";
  private static final String API_DOMAIN = "aws:apigateway/domainName:DomainName";
  private static final StackSettings CALLBACK =
      LOCAL.with("gatehouse:callbackUrls", "[\"https://www.gatehouse.test/\"]");

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
  void hostedDomainPrefixIsDeletedBeforeTheNewOneIsCreated() throws Exception {
    hostedPagesGoDown("hostedDomainPrefix", "gatehouse-one", "gatehouse-two");
  }

  @Test
  void hostedDomainIsDeletedBeforeTheNewOneIsCreated() throws Exception {
    hostedPagesGoDown("hostedDomain", "one.gatehouse.test", "two.gatehouse.test");
  }

  @Test
  void domainNameOfTheApiIsCreatedBeforeTheOldOneIsDeleted() throws Exception {
    shared.use(
        (stack, account) -> {
          stack.set(LOCAL);
          stack.up();
          account.takeCalls();
          stack.set(LOCAL.with("gatehouse:domainName", "new.gatehouse.test"));
          stack.up();

          String urn = stack.state().urn(API_DOMAIN, "custom-domain");
          assertThat(account.takeCalls()).containsSubsequence("create " + urn, "delete " + urn);
          assertThat(account.ids(API_DOMAIN)).containsExactly("new.gatehouse.test");
        });
  }

  private void hostedPagesGoDown(String key, String old, String current) throws Exception {
    shared.use(
        (stack, account) -> {
          stack.set(CALLBACK.with("gatehouse:" + key, old));
          assertThat(stack.up().output()).doesNotContain("hosted pages are down");
          account.takeCalls();
          stack.set(CALLBACK.with("gatehouse:" + key, current));

          String warning = "gatehouse:%s changes from %s to %s".formatted(key, old, current);
          assertThat(stack.preview().output()).contains(warning, "the hosted pages are down");
          assertThat(stack.up().output()).contains(warning);

          String urn = stack.state().urn(POOL_DOMAIN, "hosted-ui");
          assertThat(account.takeCalls()).containsSubsequence("delete " + urn, "create " + urn);
          assertThat(account.ids(POOL_DOMAIN)).containsExactly(current);
        });
  }
}
