package dev.gatehouse.integrationtests.aws;

import dev.gatehouse.integrationtests.emulator.LocalEmulator;
import dev.gatehouse.integrationtests.emulator.WithLocalEmulator;
import java.net.URI;
import org.junit.jupiter.api.Tag;

/** The AWS port of the local emulator under the same contract as LocalStack. */
@WithLocalEmulator
@Tag("extended")
class LocalEmulatorAsAwsIT extends AwsEndpointContract {
  private final LocalEmulator emulator;

  LocalEmulatorAsAwsIT(LocalEmulator emulator) {
    this.emulator = emulator;
  }

  @Override
  URI endpoint() {
    return emulator.aws();
  }
}
