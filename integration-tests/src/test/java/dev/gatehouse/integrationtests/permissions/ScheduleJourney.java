package dev.gatehouse.integrationtests.permissions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.integrationtests.clients.TextResponse;
import java.util.Optional;

/** The schedule of reconcile, whose role calls the function. */
record ScheduleJourney(AccountPolicies policies) {
  private static final String FUNCTION = "gatehouse-local-reconcile";

  /** Runs the schedule in vain; only then does its role need the dead-letter queue. */
  void playWithout(String action) {
    String role = FUNCTION + "-schedule";
    if (action.equals("sqs:SendMessage")) {
      String allowed = policies.document(role, "reconcile");
      policies.put(role, "reconcile", Optional.empty());
      try {
        assertThat(policies.run("reconcile").status()).isEqualTo(403);
      } finally {
        policies.put(role, "reconcile", Optional.of(allowed));
      }
      return;
    }
    int before = policies.traces(FUNCTION, "sent");
    TextResponse refused = policies.run("reconcile");
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.body()).contains("is not authorized to perform: lambda:InvokeFunction");
    assertThat(policies.traces(FUNCTION, "sent")).isEqualTo(before);
  }
}
