package dev.gatehouse.pulumi.plan;

import static dev.gatehouse.pulumi.plan.RecordedPlan.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import dev.gatehouse.pulumi.plan.engine.PreviewResourceMonitor;
import dev.gatehouse.pulumi.plan.engine.Recording;
import dev.gatehouse.pulumi.plan.engine.RecordingEngine;
import dev.gatehouse.pulumi.plan.fake.FakeProvider;
import dev.gatehouse.pulumi.rules.Variant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A preview of a new stack, in which no id and no ARN is known. */
final class PreviewTest {
  @Test
  void previewRegistersEveryOptionalResourceWithoutNullInputs() {
    Variant full =
        Variant.all().filter(it -> it.name().startsWith("full")).findFirst().orElseThrow();
    PreviewResourceMonitor monitor =
        new PreviewResourceMonitor(new FakeProvider("us-east-1", "000000000000"));
    Recording log = new Recording();
    try (RecordingEngine engine = RecordingEngine.start(log, monitor)) {
      Program.Exit exit =
          InlineProgram.app(true).run(PlanVariants.fullSettings(), engine.address());

      assertThat(log.errors()).isEmpty();
      assertThat(exit.code()).isZero();
    }
    assertThat(monitor.inputsByTypeAndName().keySet())
        .containsExactlyInAnyOrderElementsOf(
            full.plan().resources().stream()
                .map(it -> text(it, "type") + "::" + text(it, "name"))
                .toList());
    assertThat(monitor.inputsByTypeAndName().values().stream().flatMap(PreviewTest::texts))
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
