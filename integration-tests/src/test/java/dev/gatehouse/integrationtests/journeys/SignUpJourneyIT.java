package dev.gatehouse.integrationtests.journeys;

import dev.gatehouse.integrationtests.emulator.LocalEmulator;
import dev.gatehouse.integrationtests.emulator.WithLocalEmulator;

/** Sign-up in a stack with default settings: Cognito sends the mails. */
@WithLocalEmulator
class SignUpJourneyIT extends SignUpJourneyContract {
  SignUpJourneyIT(LocalEmulator emulator) {
    super(emulator);
  }
}
