package dev.gatehouse.benchmarks.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProcessorTest {
  @ParameterizedTest
  @CsvSource({
    "amd64, api/target/gatehouse-api-arm64.zip, api/target/gatehouse-api-x86_64.zip",
    "amd64, api/target/gatehouse-api-x86_64.zip, api/target/gatehouse-api-x86_64.zip",
    "aarch64, api/target/gatehouse-api-x86_64.zip, api/target/gatehouse-api-arm64.zip",
    "aarch64, api/target/gatehouse-api-arm64.zip, api/target/gatehouse-api-arm64.zip",
    "aarch64, triggers/target/gatehouse-triggers.zip, triggers/target/gatehouse-triggers.zip"
  })
  void archiveIsTheOneForTheProcessorOfTheMachine(String osArch, String planned, String taken) {
    assertThat(Processor.of(osArch).archive(planned)).isEqualTo(taken);
  }

  @Test
  void processorThatLambdaDoesNotHaveIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> Processor.of("riscv64"));
  }
}
