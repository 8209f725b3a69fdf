package dev.gatehouse.integrationtests.userrows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.integrationtests.clients.AwsAccount;
import dev.gatehouse.integrationtests.clients.FaultSwitch;
import dev.gatehouse.integrationtests.clients.FunctionInvoker;
import dev.gatehouse.integrationtests.clients.TextResponse;
import dev.gatehouse.integrationtests.emulator.LocalEmulator;
import dev.gatehouse.integrationtests.project.Repository;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserStatusType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserType;

/** The canary, which does what users do. */
@Tag("extended")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CanaryJourneyIT {
  private static final String STAYS = "success+gatehouse-local-stays@simulator.amazonses.com";

  private LocalEmulator emulator;
  private AwsAccount account;
  private FunctionInvoker functions;

  @BeforeAll
  void start() {
    emulator = LocalEmulator.start("--plan", Repository.plan("pictures").toString());
    account = new AwsAccount(emulator);
    functions = new FunctionInvoker(emulator);
  }

  @AfterAll
  void stop() {
    emulator.close();
  }

  @Test
  void oneUserStaysAndNewOnesAreErased() throws Exception {
    for (String task : List.of("sign-in", "sign-up", "sign-in")) {
      assertThat(error(run(task))).isEmpty();
    }

    List<UserType> users =
        account.cognito().listUsers(list -> list.userPoolId(account.poolId())).users();
    assertThat(users)
        .singleElement()
        .satisfies(
            user -> {
              assertThat(user.userStatus()).isEqualTo(UserStatusType.CONFIRMED);
              assertThat(user.attributes()).anyMatch(it -> it.value().equals(STAYS));
              assertThat(account.row(user.username())).isNotEmpty();
            });
  }

  @Test
  void failingApiIsTheCodeOfTheFailure() throws Exception {
    assertThat(error(run("sign-in"))).isEmpty();
    try (FaultSwitch fault =
        FaultSwitch.on(
            emulator,
            "{'service': 'api', 'operation': '/user/profile', 'effect': 'error', 'error':"
                + " 'throttling'}")) {
      assertThat(fault).isNotNull();
      TextResponse response = run("sign-in");

      assertThat(error(response)).isPresent();
      assertThat(response.body()).contains("PROFILE_NOT_READ").doesNotContain("simulator");
    }
  }

  private TextResponse run(String task) throws Exception {
    return functions.send("canary", "{\"task\": \"%s\"}".formatted(task));
  }

  private static Optional<String> error(TextResponse response) {
    return response.headers().firstValue("X-Amz-Function-Error");
  }
}
