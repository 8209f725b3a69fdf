package dev.gatehouse.integrationtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Cognito may call three times for one confirmation. */
@OnOneMachine
class RetriedConfirmationIT {
  private final Machine machine;
  private final Account account;

  RetriedConfirmationIT(Machine machine) {
    this.machine = machine;
    this.account = new Account(machine);
  }

  private JsonObject event(String sub, String givenName) {
    return JsonParser.parseString(
            """
            {"version":"1","region":"us-east-1","userPoolId":"%s","userName":"%s",
             "callerContext":{"awsSdkVersion":"aws-sdk-unknown-unknown","clientId":"%s"},
             "triggerSource":"PostConfirmation_ConfirmSignUp",
             "request":{"userAttributes":{"sub":"%s","cognito:user_status":"CONFIRMED","email_verified":"true",
               "email":"jane@example.com","given_name":"%s"}},"response":{}}
            """
                .formatted(account.poolId(), sub, account.clientId(), sub, givenName))
        .getAsJsonObject();
  }

  private JsonObject invoke(JsonObject event) throws Exception {
    String path = "/2015-03-31/functions/" + machine.function("post-confirmation") + "/invocations";
    Answer answer =
        Answer.of(
            HttpClient.newHttpClient()
                .send(
                    HttpRequest.newBuilder(machine.aws().resolve(path))
                        .POST(BodyPublishers.ofString(event.toString()))
                        .build(),
                    BodyHandlers.ofString()));
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(answer.headers().firstValue("X-Amz-Function-Error")).isEmpty();
    return answer.json();
  }

  @Test
  void theSameEventTwiceKeepsTheFirstRowAndComesBackWhole() throws Exception {
    String sub = UUID.randomUUID().toString();
    assertThat(invoke(event(sub, "Jane"))).isEqualTo(event(sub, "Jane"));
    Map<String, AttributeValue> first = account.row(sub);
    assertThat(first).containsEntry("givenName", AttributeValue.fromS("Jane"));
    invoke(event(sub, "Jane"));
    invoke(event(sub, "Somebody else"));
    assertThat(account.row(sub)).isEqualTo(first);
  }
}
