package dev.gatehouse.integrationtests.chaos;

import java.util.List;
import java.util.Random;

/** Random faults of services and functions, each JSON with single quotes. */
record RandomFaults(Random random) {
  private static final List<String> SERVICES = List.of("cognito-idp", "dynamodb", "sqs", "api");

  private static final List<String> SERVICE_EFFECTS =
      List.of(
          "'effect': 'error', 'error': 'throttling'",
          "'effect': 'error', 'error': '500'",
          "'effect': 'error', 'error': 'AccessDenied'",
          "'effect': 'delay', 'delayMillis': 300",
          "'effect': 'hang'",
          "'effect': 'lose-response'",
          "'effect': 'cut'");

  private static final String MAIL =
      "{'service': 'ses', 'operation': 'SendEmail', 'effect': 'error', 'error': 'throttling',"
          + " 'share': 0.5}";

  private static final List<String> FUNCTIONS =
      List.of("api", "pre-sign-up", "custom-message", "post-confirmation", "deferred-users");

  private static final List<String> FUNCTION_EFFECTS =
      List.of(
          "'effect': 'error', 'error': 'throttling'",
          "'effect': 'error', 'error': 'Broken'",
          "'effect': 'delay', 'delayMillis': 300",
          "'effect': 'slow-start', 'delayMillis': 500",
          "'effect': 'kill'",
          "'effect': 'out-of-memory'");

  /** Returns one to three faults. */
  List<String> next() {
    return random.ints(1 + random.nextInt(3), 0, 10).mapToObj(this::fault).toList();
  }

  private String fault(int kind) {
    if (kind == 0) {
      return MAIL;
    }
    String share = "'share': 0." + (1 + random.nextInt(6));
    return kind < 6
        ? "{'service': '%s', %s, %s}".formatted(any(SERVICES), any(SERVICE_EFFECTS), share)
        : "{'function': '%s', %s, %s}".formatted(any(FUNCTIONS), any(FUNCTION_EFFECTS), share);
  }

  private String any(List<String> from) {
    return from.get(random.nextInt(from.size()));
  }
}
