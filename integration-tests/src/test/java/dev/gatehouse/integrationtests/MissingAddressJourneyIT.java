package dev.gatehouse.integrationtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserLambdaValidationException;

/** In a pool whose users choose a name, somebody may come without any address. */
class MissingAddressJourneyIT {
  private static final Person NAMELESS = new Person("jane", "Correct-horse-9");

  @TempDir Path folder = Path.of("");

  @Test
  void whoGivesNoAddressIsAskedForOne() throws IOException {
    AlteredPlan plan = AlteredPlan.copy();
    plan.inputs("aws:cognito/userPool:UserPool", "people").remove("usernameAttributes");
    try (Machine machine = plan.start(folder)) {
      Answer refused = new SignUpClient(machine).signUp(NAMELESS);
      assertThat(refused.status()).as(refused.body()).isEqualTo(422);
      assertThat(refused.code()).isEqualTo("EMAIL_REQUIRED");
      cognitoAsksToo(new Account(machine));
    }
  }

  private static void cognitoAsksToo(Account account) {
    assertThatThrownBy(() ->
            account
                .cognito()
                .signUp(signUp ->
                    signUp
                        .clientId(account.clientId())
                        .username(NAMELESS.email())
                        .password(NAMELESS.password())))
        .isInstanceOfSatisfying(
            UserLambdaValidationException.class,
            e ->
                assertThat(e.awsErrorDetails().errorMessage())
                    .isEqualTo(
                        "PreSignUp failed with error EMAIL_REQUIRED: Enter an email address."));
  }
}
