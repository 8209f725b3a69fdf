package dev.gatehouse.integrationtests.permissions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.gatehouse.integrationtests.clients.TextResponse;
import dev.gatehouse.integrationtests.emulator.LocalEmulator;
import dev.gatehouse.integrationtests.permissions.PlannedPermissions.IdentityPolicyChange;
import dev.gatehouse.integrationtests.permissions.PlannedPermissions.InvokePermission;
import dev.gatehouse.integrationtests.project.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * The tests of one plan, on one running emulator: each takes a statement or an action away and
 * finds a journey that fails, or a request of the function's own process that is refused. A grant
 * that nothing uses fails its test, since then nothing fails without it.
 */
final class MissingPermissions implements AutoCloseable {
  private final LocalEmulator emulator;
  private final PlannedPermissions planned;
  private final AccountPolicies policies;
  private final PermissionJourneys journeys;

  MissingPermissions(Path plan) {
    this.planned = PlannedPermissions.of(plan);
    // Logs of its own, since other emulators run at the same time.
    Path logs = temporaryDirectory();
    this.emulator =
        LocalEmulator.start("--plan", plan.toString(), "--warm-up", "--logs", logs.toString());
    this.policies = new AccountPolicies(emulator);
    this.journeys = new PermissionJourneys(emulator, logs);
  }

  private static Path temporaryDirectory() {
    try {
      return Files.createTempDirectory(Repository.ROOT.resolve("integration-tests/target"), "logs");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Stream<DynamicTest> tests() {
    return Stream.of(
            planned.grants().stream()
                .map(grant -> dynamicTest(grant.toString(), () -> withoutGrant(grant))),
            planned.identityPolicyChanges().stream()
                .map(
                    change ->
                        dynamicTest(
                            "%s: %s".formatted(change.identity(), change.removed()),
                            () -> withoutSending(change))),
            planned.keyPolicyChanges().stream()
                .map(
                    change ->
                        dynamicTest(
                            "%s: %s".formatted(change.keyId(), change.removed()),
                            () -> new KeyPolicyJourney(emulator, planned).playWithout(change))),
            planned.invokePermissions().stream()
                .map(
                    permission ->
                        dynamicTest(permission.name(), () -> withoutInvoking(permission))))
        .flatMap(tests -> tests);
  }

  private void withoutGrant(RoleGrant grant) throws InterruptedException {
    policies.put(grant.role(), grant.policy(), grant.remainder());
    try {
      policies.forgetRefused();
      journeys.playWithout(grant, grant.lostActions().getLast());
      policies.awaitRefused(grant);
    } finally {
      policies.put(grant.role(), grant.policy(), Optional.of(grant.document()));
      journeys.cleanUp();
    }
  }

  private void withoutSending(IdentityPolicyChange change) {
    policies.putOnIdentity(change.identity(), change.policy(), change.changed());
    try {
      journeys.signUpFails();
    } finally {
      policies.putOnIdentity(change.identity(), change.policy(), Optional.of(change.original()));
    }
  }

  private void withoutInvoking(InvokePermission permission) {
    TextResponse removed = policies.lambda("DELETE", permission.path("/" + permission.name()), "");
    assertThat(removed.status()).as(removed.body()).isEqualTo(204);
    try {
      journeys.functionIsNotInvoked(permission.text("function"));
    } finally {
      TextResponse added = policies.lambda("POST", permission.path(""), permission.body());
      assertThat(added.status()).as(added.body()).isEqualTo(201);
    }
  }

  @Override
  public void close() {
    emulator.close();
  }
}
