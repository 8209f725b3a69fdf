package dev.gatehouse.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.gatehouse.api.cognito.CognitoClient;
import dev.gatehouse.api.cognito.CognitoUserPool;
import dev.gatehouse.api.http.RequestRefused;
import dev.gatehouse.api.testing.FakeCognito;
import dev.gatehouse.api.testing.TestTokens;
import dev.gatehouse.lambda.settings.FunctionSettings;
import dev.gatehouse.users.CognitoUser;
import java.util.List;
import java.util.Map;
import org.crac.Core;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The client of priming, while Cognito refuses every request. */
class ApiPrimingTest {
  private static final List<String> PROPERTIES =
      List.of("aws.endpointUrl", "aws.accessKeyId", "aws.secretAccessKey");

  private static final FunctionSettings SETTINGS =
      new FunctionSettings(
          Map.of(
              "AWS_REGION", "us-east-1",
              "COGNITO_CLIENT_ID", "priming",
              "MAILBOXES_TABLE", "mailboxes",
              "USERS_TABLE", "users"));

  private final FakeCognito cognito;
  private final CognitoUserPool pool;

  ApiPrimingTest() throws Exception {
    cognito = new FakeCognito();
    cognito.refuses("ResourceNotFoundException", "User pool client priming does not exist.");
    pool = cognito.pool(CognitoClient.forPriming("us-east-1"), "priming");
  }

  @AfterEach
  void stop() {
    cognito.close();
    PROPERTIES.forEach(System::clearProperty);
  }

  @Test
  void replayedRoundsSendNoFurtherRequest() {
    System.setProperty("aws.endpointUrl", cognito.address().toString());
    System.setProperty("aws.accessKeyId", "test");
    System.setProperty("aws.secretAccessKey", "test");
    // Loads the classes, which may take so long that priming gives up.
    requestsOfPriming(0);
    int requests = requestsOfPriming(0);
    assertThat(requests).isPositive();
    assertThat(requestsOfPriming(30)).isLessThanOrEqualTo(requests);
  }

  private int requestsOfPriming(int replayed) {
    int before = cognito.calls().size();
    ApiPriming.of(SETTINGS, line -> {})
        .replaying(replayed)
        .beforeCheckpoint(Core.getGlobalContext());
    return cognito.calls().size() - before;
  }

  @Test
  void firstRefusalIsPassedOn() {
    assertThatExceptionOfType(RequestRefused.class).isThrownBy(() -> pool.confirmSignUp("u", "1"));
    assertThat(cognito.onlyCall().target()).endsWith(".ConfirmSignUp");
  }

  @Test
  void laterRefusalsAreReplacedByCannedResponses() {
    assertThatExceptionOfType(RequestRefused.class).isThrownBy(() -> pool.confirmSignUp("u", "1"));
    pool.confirmSignUp("u", "1");
    CognitoUser user = pool.getUser(TestTokens.access("priming", "priming"));
    assertThat(user.sub()).isEqualTo("priming");
    assertThat(user.attributes()).containsEntry("email", "priming@example.com");
    assertThat(pool.resendConfirmationCode("u")).isNotNull();
    assertThat(cognito.calls()).hasSize(4);
  }
}
