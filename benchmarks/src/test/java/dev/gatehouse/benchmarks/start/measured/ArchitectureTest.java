package dev.gatehouse.benchmarks.start.measured;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArchitectureTest {
  @ParameterizedTest
  @CsvSource({
    "amd64, api/target/gatehouse-api-arm64.zip, api/target/gatehouse-api-x86_64.zip",
    "amd64, api/target/gatehouse-api-x86_64.zip, api/target/gatehouse-api-x86_64.zip",
    "aarch64, api/target/gatehouse-api-x86_64.zip, api/target/gatehouse-api-arm64.zip",
    "aarch64, api/target/gatehouse-api-arm64.zip, api/target/gatehouse-api-arm64.zip",
    "aarch64, triggers/pre-sign-up/target/gatehouse-pre-sign-up.zip,"
        + " triggers/pre-sign-up/target/gatehouse-pre-sign-up.zip"
  })
  void archiveIsTheOneForTheComputersArchitecture(String osArch, String planned, String taken) {
    assertThat(Architecture.of(osArch).archive(planned)).isEqualTo(taken);
  }

  @Test
  void unknownArchitectureIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> Architecture.of("riscv64"));
  }
}
