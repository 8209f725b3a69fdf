package dev.gatehouse.local;

/** Words what a person needs once the machine is ready: what is where, and the journey in curl. */
final class Welcome {

  private static final String TEXT =
      """
      Gatehouse is ready.

        API            %1$s
        AWS            %2$s   (any credentials, region %3$s)
        inbox, users   %2$s/   (mails as JSON: %4$s)
        user pool      %5$s
        client         %6$s
        table          %7$s
      %10$s
      The journey, to paste line by line:

        curl -s %1$s/user -X POST -d '{"username":"jane@example.com","password":"Correct-horse-9"}'
        CODE=$(curl -s '%4$s?email=jane@example.com' | %8$s)
        curl -s %1$s/user/validate -X POST -d '{"username":"jane@example.com","code":"'$CODE'"}'
        TOKEN=$(curl -s %2$s/ -X POST -H 'X-Amz-Target: AWSCognitoIdentityProviderService.InitiateAuth' -H 'Content-Type: application/x-amz-json-1.1' -d '{"AuthFlow":"USER_PASSWORD_AUTH","ClientId":"%6$s","AuthParameters":{"USERNAME":"jane@example.com","PASSWORD":"Correct-horse-9"}}' | %9$s)
        curl -s %1$s/user/profile -H "Authorization: Bearer $TOKEN"
        curl -s %1$s/user/profile -X POST -d '{"access_token":"'$TOKEN'"}'

      Ctrl-C stops everything.
      """;

  /** Six digits that are neither a colour nor part of a longer word; the last are the newest. */
  private static final String PICK_CODE =
      "grep -oE '[^#[:alnum:]][0-9]{6}\\b' | tail -1 | tr -cd 0-9";

  private static final String PICK_TOKEN = "sed -E 's/.*\"AccessToken\":\"([^\"]+)\".*/\\1/'";

  private Welcome() {}

  static String text(Description machine) {
    return TEXT.formatted(
        machine.apiUrl(),
        machine.awsUrl(),
        machine.region(),
        machine.inboxUrl(),
        machine.userPoolId(),
        machine.userPoolClientId(),
        machine.tableName(),
        PICK_CODE,
        PICK_TOKEN,
        hostedPages(machine));
  }

  private static String hostedPages(Description machine) {
    return machine.hostedUiUrl() == null
        ? ""
        : "  hosted pages   %s\n".formatted(machine.hostedUiUrl());
  }
}
