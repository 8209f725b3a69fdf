package dev.gatehouse.integrationtests;

import java.net.URI;

/** The machine's own AWS port under the contract that LocalStack is held to. */
@OnOneMachine
class OneMachineAsAwsIT extends AwsEndpointContract {
  private final Machine machine;

  OneMachineAsAwsIT(Machine machine) {
    this.machine = machine;
  }

  @Override
  URI endpoint() {
    return machine.aws();
  }
}
