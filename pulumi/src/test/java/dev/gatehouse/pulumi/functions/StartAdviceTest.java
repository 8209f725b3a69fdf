package dev.gatehouse.pulumi.functions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.pulumi.settings.FunctionSettings;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class StartAdviceTest {
  private static final String POST_CONFIRMATION = "post-confirmation";

  @ParameterizedTest
  @ValueSource(ints = {256, 512})
  void startThatCouldPassFiveSecondsIsAdvisedAProcessor(int memory) {
    assertThat(StartAdvice.of(functions(memory, Map.of(), false)))
        .hasValueSatisfying(
            it ->
                assertThat(it)
                    .contains("with " + memory + " MB a start of post-confirmation may take longer")
                    .endsWith("--path 'functionMemory[\"post-confirmation\"]' 1769"));
  }

  @ParameterizedTest
  @ValueSource(ints = {1024, 1769, 10_240})
  void fasterStartNeedsNoAdvice(int memory) {
    assertThat(StartAdvice.of(functions(memory, Map.of(), false))).isEmpty();
  }

  @Test
  void memoryOfTheFunctionItselfCounts() {
    assertThat(StartAdvice.of(functions(1024, Map.of(POST_CONFIRMATION, 256), false))).isPresent();
    assertThat(StartAdvice.of(functions(256, Map.of(POST_CONFIRMATION, 1769), false))).isEmpty();
  }

  @Test
  void snapshotNeedsNoAdvice() {
    assertThat(StartAdvice.of(functions(256, Map.of(), true))).isEmpty();
  }

  private static FunctionSettings functions(
      int memory, Map<String, Integer> single, boolean snapStart) {
    return new FunctionSettings(
        "java21", "arm64", memory, single, Map.of(), snapStart, Map.of(), "", 100, 0);
  }
}
