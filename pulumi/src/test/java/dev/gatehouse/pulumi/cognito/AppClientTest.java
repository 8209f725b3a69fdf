package dev.gatehouse.pulumi.cognito;

import static dev.gatehouse.pulumi.plan.PlanVariants.variant;
import static dev.gatehouse.pulumi.plan.RecordedPlan.PLAN;
import static dev.gatehouse.pulumi.plan.RecordedPlan.inputs;
import static dev.gatehouse.pulumi.plan.RecordedPlan.output;
import static dev.gatehouse.pulumi.plan.RecordedPlan.text;
import static dev.gatehouse.pulumi.plan.RecordedPlan.texts;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.gatehouse.pulumi.plan.PlanVariants;
import dev.gatehouse.pulumi.plan.RecordedPlan;
import org.junit.jupiter.api.Test;

final class AppClientTest {
  private static final String CLIENT = "aws:cognito/userPoolClient:UserPoolClient";

  @Test
  void clientIsPublicAndHidesWhichUsersExist() {
    JsonObject client = inputs(PLAN.only(CLIENT));

    assertThat(client.get("generateSecret").getAsBoolean()).isFalse();
    assertThat(text(client, "preventUserExistenceErrors")).isEqualTo("ENABLED");
    assertThat(client.get("enableTokenRevocation").getAsBoolean()).isTrue();
    assertThat(texts(client, "explicitAuthFlows"))
        .containsExactlyInAnyOrder(
            "ALLOW_REFRESH_TOKEN_AUTH", "ALLOW_USER_PASSWORD_AUTH", "ALLOW_USER_SRP_AUTH");
  }

  @Test
  void emailIsReadableAndNotWritable() {
    JsonObject client = inputs(PLAN.only(CLIENT));

    assertThat(texts(client, "readAttributes")).contains("email", "email_verified", "locale");
    assertThat(texts(client, "writeAttributes"))
        .containsExactlyInAnyOrder("family_name", "given_name", "locale", "name", "zoneinfo");
    assertThat(texts(inputs(PlanVariants.full().named(CLIENT, "app-client")), "writeAttributes"))
        .contains("email");
  }

  @Test
  void hostedUiUsesAuthorizationCodesWithTheScopeOfTheApi() {
    RecordedPlan hosted = variant("hosted");
    JsonObject client = inputs(hosted.only(CLIENT));

    assertThat(texts(client, "allowedOauthFlows")).containsExactly("code");
    assertThat(texts(client, "allowedOauthScopes")).contains("aws.cognito.signin.user.admin");
    assertThat(texts(client, "callbackUrls")).containsExactly("http://localhost:8400/signed-in");
    assertThat(texts(client, "logoutUrls")).containsExactly("http://localhost:8400/signed-out");
    JsonObject domain = inputs(hosted.only("aws:cognito/userPoolDomain:UserPoolDomain"));
    assertThat(text(domain, "domain")).isEqualTo("gatehouse-local");
    assertThat(text(domain, "userPoolId"))
        .isEqualTo(output(hosted.only("aws:cognito/userPool:UserPool"), "id"));
    assertThat(inputs(PLAN.only(CLIENT)).has("allowedOauthFlows")).isFalse();
  }
}
