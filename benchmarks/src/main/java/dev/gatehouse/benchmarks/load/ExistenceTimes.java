package dev.gatehouse.benchmarks.load;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * How long a refusal takes for a user who exists and for one who does not: if one took longer, it
 * would tell who has an account.
 *
 * @param request what is refused
 * @param known the median for users who exist, milliseconds
 * @param unknown the median for users who do not exist
 */
record ExistenceTimes(String request, double known, double unknown) {
  private static final int WARM_UP = 100;
  private static final int MEASURED = 200;

  /** Measures every request, of known and unknown users in turns, on a running emulator. */
  static List<ExistenceTimes> measure(JsonObject info) throws IOException {
    Users users = new Users(info);
    users.create(WARM_UP + MEASURED);
    return List.of(
        users.compare(
            "sign-in with a wrong password (USER_PASSWORD_AUTH)",
            "InitiateAuth",
            400,
            "{\"ClientId\":\"%s\",\"AuthFlow\":\"USER_PASSWORD_AUTH\",\"AuthParameters\":"
                + "{\"USERNAME\":\"%s\",\"PASSWORD\":\"Wrong-horse-9\"}}"),
        users.compare(
            "start of a sign-in (USER_SRP_AUTH)",
            "InitiateAuth",
            200,
            "{\"ClientId\":\"%s\",\"AuthFlow\":\"USER_SRP_AUTH\",\"AuthParameters\":"
                + "{\"USERNAME\":\"%s\",\"SRP_A\":\"a1b2c3d4e5f60718\"}}"),
        users.compare(
            "ForgotPassword", "ForgotPassword", 200, "{\"ClientId\":\"%s\",\"Username\":\"%s\"}"),
        users.compare(
            "ConfirmForgotPassword with a wrong code",
            "ConfirmForgotPassword",
            400,
            "{\"ClientId\":\"%s\",\"Username\":\"%s\",\"ConfirmationCode\":\"000000\","
                + "\"Password\":\"Correct-horse-9\"}"));
  }

  /** Returns the time for known users, of that for unknown ones. */
  double ratio() {
    return known / unknown;
  }

  /** Users each of whom sends each request once, so that no limit of attempts is met. */
  private static final class Users {
    private static final String PREFIX = "exists-";

    private final URI aws;
    private final String poolId;
    private final String clientId;

    Users(JsonObject info) {
      aws = URI.create(info.get("awsUrl").getAsString());
      poolId = info.get("userPoolId").getAsString();
      clientId = info.get("userPoolClientId").getAsString();
    }

    void create(int many) throws IOException {
      for (int i = 0; i < many; i++) {
        HttpJson.call(
            aws,
            "cognito-idp",
            "AdminCreateUser",
            ("{\"UserPoolId\":\"%s\",\"Username\":\"%s\",\"MessageAction\":\"SUPPRESS\","
                    + "\"UserAttributes\":[{\"Name\":\"email\",\"Value\":\"%s\"},"
                    + "{\"Name\":\"email_verified\",\"Value\":\"true\"}]}")
                .formatted(poolId, email(PREFIX, i), email(PREFIX, i)));
        HttpJson.call(
            aws,
            "cognito-idp",
            "AdminSetUserPassword",
            "{\"UserPoolId\":\"%s\",\"Username\":\"%s\",\"Password\":\"%s\",\"Permanent\":true}"
                .formatted(poolId, email(PREFIX, i), Journey.PASSWORD));
      }
    }

    ExistenceTimes compare(String request, String operation, int status, String body)
        throws IOException {
      StepTimes times = new StepTimes();
      for (int i = 0; i < WARM_UP + MEASURED; i++) {
        // The first of each pair in turns, since the second finds caches warmer.
        List<String> pair = new ArrayList<>(List.of(PREFIX, "absent-"));
        String first = pair.remove(i % 2);
        measure(i < WARM_UP ? new StepTimes() : times, first, operation, status, body, i);
        measure(i < WARM_UP ? new StepTimes() : times, pair.getFirst(), operation, status, body, i);
      }
      return new ExistenceTimes(
          request, times.percentile(PREFIX, 0.5), times.percentile("absent-", 0.5));
    }

    private void measure(
        StepTimes times, String prefix, String operation, int status, String body, int number)
        throws IOException {
      String filled = body.formatted(clientId, email(prefix, number));
      times.measure(prefix, () -> HttpJson.cognito(aws, operation, filled, status));
    }

    private static String email(String prefix, int number) {
      return prefix + number + "@example.com";
    }
  }
}
