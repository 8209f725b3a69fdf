package dev.gatehouse.integrationtests.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.integrationtests.clients.ApiClient;
import dev.gatehouse.integrationtests.clients.AwsAccount;
import dev.gatehouse.integrationtests.clients.SignUpUser;
import dev.gatehouse.integrationtests.clients.TextResponse;
import dev.gatehouse.integrationtests.emulator.LocalEmulator;
import dev.gatehouse.integrationtests.emulator.ModifiedPlan;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sign-up without an address, in a pool whose users choose a user name. */
class MissingAddressJourneyIT {
  private static final SignUpUser WITHOUT_ADDRESS = new SignUpUser("jane", "Correct-horse-9");

  @TempDir Path folder = Path.of("");

  @Test
  void signUpWithoutAnAddressIsRefused() throws IOException {
    ModifiedPlan plan = ModifiedPlan.copy();
    plan.inputs("aws:cognito/userPool:UserPool", "user-pool").remove("usernameAttributes");
    try (LocalEmulator emulator = plan.start(folder)) {
      TextResponse refused = new ApiClient(emulator).signUp(WITHOUT_ADDRESS);
      assertThat(refused.status()).as(refused.body()).isEqualTo(422);
      assertThat(refused.code()).isEqualTo("EMAIL_REQUIRED");
      assertThat(new AwsAccount(emulator).refusal(WITHOUT_ADDRESS))
          .isEqualTo("PreSignUp failed with error EMAIL_REQUIRED: Enter an email address.");
    }
  }
}
