package dev.gatehouse.integrationtests.permissions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.integrationtests.clients.TextResponse;
import java.util.Optional;

/** The schedule of a function, whose role calls the function. */
record ScheduleJourney(AccountPolicies policies, String schedule) {

  /** Runs the schedule in vain; only then does its role need the dead-letter queue. */
  void playWithout(String action) {
    String function = "gatehouse-local-" + schedule;
    String role = function + "-schedule";
    if (action.equals("sqs:SendMessage")) {
      String allowed = policies.document(role, schedule);
      policies.put(role, schedule, Optional.empty());
      try {
        assertThat(policies.run(schedule).status()).isEqualTo(403);
      } finally {
        policies.put(role, schedule, Optional.of(allowed));
      }
      return;
    }
    int before = policies.traces(function, "sent");
    TextResponse refused = policies.run(schedule);
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.body()).contains("is not authorized to perform: lambda:InvokeFunction");
    assertThat(policies.traces(function, "sent")).isEqualTo(before);
  }
}
