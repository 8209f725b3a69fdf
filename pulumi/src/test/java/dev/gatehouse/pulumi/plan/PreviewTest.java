package dev.gatehouse.pulumi.plan;

import static dev.gatehouse.pulumi.plan.Recorded.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import dev.gatehouse.pulumi.rules.Variant;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Before anything exists no ARN is known; the same resources are declared all the same. */
final class PreviewTest {
  @Test
  void previewOfTheRichestAccountDeclaresAllOfItAndWritesNullNowhere() {
    Variant full =
        Variant.all().filter(it -> it.name().startsWith("full")).findFirst().orElseThrow();
    PreviewMonitor monitor = new PreviewMonitor();
    Recording log = new Recording();
    try (RecordingEngine engine = RecordingEngine.start(log, monitor)) {
      Program.Ended ended =
          new Program(Recorded.APP, Path.of(".").toAbsolutePath(), true)
              .run(Variants.fullSettings(), engine.address());

      assertThat(log.errors()).isEmpty();
      assertThat(ended.exitCode()).isZero();
    }
    assertThat(monitor.inputsByTypeAndName.keySet())
        .containsExactlyInAnyOrderElementsOf(
            full.plan().resources().stream()
                .map(it -> text(it, "type") + "::" + text(it, "name"))
                .toList());
    assertThat(monitor.inputsByTypeAndName.values().stream().flatMap(PreviewTest::texts))
        .noneMatch(it -> it.contains("null"));
  }

  private static Stream<String> texts(Struct struct) {
    return struct.getFieldsMap().values().stream().flatMap(PreviewTest::texts);
  }

  private static Stream<String> texts(Value value) {
    return switch (value.getKindCase()) {
      case STRUCT_VALUE -> texts(value.getStructValue());
      case LIST_VALUE -> value.getListValue().getValuesList().stream().flatMap(PreviewTest::texts);
      case STRING_VALUE -> Stream.of(value.getStringValue());
      default -> Stream.empty();
    };
  }
}
