package dev.gatehouse.local;

/** The text that is printed when the emulator is ready: endpoints, and a sign-up with curl. */
final class ReadyMessage {

  private static final String TEXT =
      """
      Gatehouse is ready.

        API            %1$s
        AWS            %2$s   (any credentials, region %3$s)
        console        %2$s/   (emails as JSON: %4$s)
        user pool      %5$s
        client         %6$s
        table          %7$s
      %10$s%12$s
      A sign-up to paste line by line:

        curl -s %1$s/user -X POST -d '{"username":"%11$s","password":"Correct-horse-9"}'
        CODE=$(curl -s '%4$s?email=%11$s' | %8$s)
        curl -s %1$s/user/validate -X POST -d '{"username":"%11$s","code":"'$CODE'"}'
        TOKEN=$(curl -s %2$s/ -X POST -H 'X-Amz-Target: AWSCognitoIdentityProviderService.InitiateAuth' -H 'Content-Type: application/x-amz-json-1.1' -d '{"AuthFlow":"USER_PASSWORD_AUTH","ClientId":"%6$s","AuthParameters":{"USERNAME":"%11$s","PASSWORD":"Correct-horse-9"}}' | %9$s)
        curl -s %1$s/user/profile -H "Authorization: Bearer $TOKEN"
        curl -s %1$s/user/profile -X POST -d '{"access_token":"'$TOKEN'"}'

      Ctrl-C stops the emulator.
      """;

  /** The last six digits that are neither a color nor part of a longer word. */
  private static final String PICK_CODE =
      "grep -oE '[^#[:alnum:]][0-9]{6}\\b' | tail -1 | tr -cd 0-9";

  private static final String PICK_TOKEN = "sed -E 's/.*\"AccessToken\":\"([^\"]+)\".*/\\1/'";

  private ReadyMessage() {}

  /** Returns the text. */
  static String text(EmulatorInfo info) {
    return TEXT.formatted(
        info.apiUrl(),
        info.awsUrl(),
        info.region(),
        info.inboxUrl(),
        info.userPoolId(),
        info.userPoolClientId(),
        info.tableName(),
        PICK_CODE,
        PICK_TOKEN,
        hostedPages(info) + demo(info),
        info.sampleEmail(),
        https(info));
  }

  private static String https(EmulatorInfo info) {
    return info.httpsUrl() == null
        ? ""
        : "  AWS over TLS   %s   (CA file %s)\n".formatted(info.httpsUrl(), info.caFile());
  }

  private static String hostedPages(EmulatorInfo info) {
    return info.hostedUiUrl() == null ? "" : "  hosted pages   %s\n".formatted(info.hostedUiUrl());
  }

  private static String demo(EmulatorInfo info) {
    return info.demoUrl() == null
        ? "  demo           none: %s\n"
            .formatted(PortOption.DEMO.inUse(PortOption.DEMO.defaultPort()))
        : "  demo           %s\n".formatted(info.demoUrl());
  }
}
