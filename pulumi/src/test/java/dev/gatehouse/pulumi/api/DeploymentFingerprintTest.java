package dev.gatehouse.pulumi.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class DeploymentFingerprintTest {
  @Test
  void sameRoutesHaveTheSameFingerprint() {
    assertThat(DeploymentFingerprint.of(List.of("user", "ANY", "NONE")))
        .isEqualTo(DeploymentFingerprint.of(List.of("user", "ANY", "NONE")))
        .matches("[0-9a-f]{64}");
  }

  @Test
  void anotherAuthorizationIsAnotherFingerprint() {
    assertThat(DeploymentFingerprint.of(List.of("user", "ANY", "COGNITO_USER_POOLS")))
        .isNotEqualTo(DeploymentFingerprint.of(List.of("user", "ANY", "NONE")));
  }

  @Test
  void boundariesBetweenPartsMatter() {
    assertThat(DeploymentFingerprint.of(List.of("ab", "c")))
        .isNotEqualTo(DeploymentFingerprint.of(List.of("a", "bc")));
  }
}
