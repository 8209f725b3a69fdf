package dev.gatehouse.integrationtests;

/** The account as it comes: Cognito sends the mails. */
@OnOneMachine
class SignUpJourneyIT extends SignUpJourneyContract {
  SignUpJourneyIT(Machine machine) {
    super(machine);
  }
}
