package dev.gatehouse.integrationtests.userrows;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.gatehouse.integrationtests.clients.AwsAccount;
import dev.gatehouse.integrationtests.clients.FunctionInvoker;
import dev.gatehouse.integrationtests.emulator.LocalEmulator;
import dev.gatehouse.integrationtests.emulator.WithLocalEmulator;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Repeated PostConfirmation events: Cognito may call three times for one confirmation. */
@WithLocalEmulator
class RetriedConfirmationIT {
  private final FunctionInvoker functions;
  private final AwsAccount account;

  RetriedConfirmationIT(LocalEmulator emulator) {
    this.functions = new FunctionInvoker(emulator);
    this.account = new AwsAccount(emulator);
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

  @Test
  void repeatedEventKeepsTheFirstRowAndIsReturnedUnchanged() throws Exception {
    String sub = UUID.randomUUID().toString();
    assertThat(functions.invoke("post-confirmation", event(sub, "Jane")))
        .isEqualTo(event(sub, "Jane"));
    Map<String, AttributeValue> first = account.row(sub);
    assertThat(first).containsEntry("givenName", AttributeValue.fromS("Jane"));
    functions.invoke("post-confirmation", event(sub, "Jane"));
    functions.invoke("post-confirmation", event(sub, "Somebody else"));
    assertThat(account.row(sub)).isEqualTo(first);
  }
}
