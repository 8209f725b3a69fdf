package dev.gatehouse.local.lambda.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.local.lambda.runtime.EnvironmentTurn.Cause;
import java.util.List;
import org.junit.jupiter.api.Test;

class EnvironmentTurnTest {

  private final EnvironmentTurn event = new EnvironmentTurn(Cause.EVENT);
  private final EnvironmentTurn warmUp = new EnvironmentTurn(Cause.WARM_UP);

  @Test
  void eachEventNeedsAnEnvironmentAndAWarmUpAnyOne() {
    assertThat(EnvironmentTurn.need(List.of())).isZero();
    assertThat(EnvironmentTurn.need(List.of(warmUp))).isEqualTo(1);
    assertThat(EnvironmentTurn.need(List.of(warmUp, event))).isEqualTo(1);
    assertThat(EnvironmentTurn.need(List.of(warmUp, event, event))).isEqualTo(2);
  }
}
