package dev.gatehouse.integrationtests.aws;

import dev.gatehouse.integrationtests.emulator.LocalEmulator;
import dev.gatehouse.integrationtests.emulator.WithLocalEmulator;
import org.junit.jupiter.api.Tag;

/**
 * The AWS port of the local emulator under the contract that LocalStack, ministack and moto have.
 */
@WithLocalEmulator
@Tag("extended")
class LocalEmulatorAsAwsIT extends AwsEndpointContract {
  private final AwsEmulator emulator;

  LocalEmulatorAsAwsIT(LocalEmulator emulator) {
    this.emulator = new AwsEmulator(EmulatorKind.GATEHOUSE, "", emulator.aws());
  }

  @Override
  AwsEmulator emulator() {
    return emulator;
  }
}
