package dev.gatehouse.pulumi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class RouteFingerprintTest {
  @Test
  void sameRoutesHaveTheSameFingerprint() {
    assertThat(RouteFingerprint.of(List.of("user", "ANY", "NONE")))
        .isEqualTo(RouteFingerprint.of(List.of("user", "ANY", "NONE")))
        .matches("[0-9a-f]{64}");
  }

  @Test
  void anotherAuthorizationIsAnotherFingerprint() {
    assertThat(RouteFingerprint.of(List.of("user", "ANY", "COGNITO_USER_POOLS")))
        .isNotEqualTo(RouteFingerprint.of(List.of("user", "ANY", "NONE")));
  }

  @Test
  void partsDoNotRunIntoOneAnother() {
    assertThat(RouteFingerprint.of(List.of("ab", "c")))
        .isNotEqualTo(RouteFingerprint.of(List.of("a", "bc")));
  }
}
