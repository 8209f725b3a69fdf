package dev.gatehouse.pulumi.plan.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class PropertyValuesTest {
  private static final String KIND = "4dabf18193072939515e22adb298388d";

  private final PropertyValues values =
      new PropertyValues(Path.of("/repository"), Path.of("/repository/pulumi"));

  @Test
  void everyKindOfJsonRoundTrips() {
    String json = "{\"a\":[1,2.5,\"x\",true,null],\"b\":{\"c\":{}}}";

    assertThat(values.json(values.struct(object(json))).toString()).isEqualTo(json);
  }

  @Test
  void wholeNumbersHaveNoFractionOrExponent() {
    assertThat(values.json(struct("n", number(60))).toString()).isEqualTo("{\"n\":60}");
  }

  @Test
  void membersAreInAlphabeticalOrder() {
    Struct struct = Struct.newBuilder().putFields("b", number(1)).putFields("a", number(2)).build();

    assertThat(values.json(struct).toString()).isEqualTo("{\"a\":2,\"b\":1}");
  }

  @Test
  void archiveBecomesItsPathFromTheRoot() {
    Value archive =
        special("0def7320c3a5731c473e5ecbe6d01bc7", "path", text("../api/target/api.zip"));

    assertThat(values.json(struct("code", archive)).toString())
        .isEqualTo("{\"code\":\"api/target/api.zip\"}");
  }

  @Test
  void secretAndOutputBecomeTheirValues() {
    Value secret = special("1b47061264138c4ac30d75fd1eb44270", "value", text("hidden"));
    Value output = special("d0e6a833031e9bbcd3f4e8bde6ca49a4", "value", secret);

    assertThat(values.json(struct("it", output)).toString()).isEqualTo("{\"it\":\"hidden\"}");
  }

  @Test
  void unknownValueIsRefused() {
    Value unknown = text("04da6b54-80e4-46f7-96ec-b56ff0331ba9");
    Value empty = special("d0e6a833031e9bbcd3f4e8bde6ca49a4", "secret", text(""));

    assertThatThrownBy(() -> values.json(struct("it", unknown)))
        .isInstanceOf(RecordingFailed.class)
        .hasMessageContaining("unknown");
    assertThatThrownBy(() -> values.json(struct("it", empty))).isInstanceOf(RecordingFailed.class);
  }

  private static JsonObject object(String json) {
    return JsonParser.parseString(json).getAsJsonObject();
  }

  private static Value special(String kind, String field, Value value) {
    return Value.newBuilder()
        .setStructValue(Struct.newBuilder().putFields(KIND, text(kind)).putFields(field, value))
        .build();
  }

  private static Struct struct(String name, Value value) {
    return Struct.newBuilder().putFields(name, value).build();
  }

  private static Value text(String text) {
    return Value.newBuilder().setStringValue(text).build();
  }

  private static Value number(double number) {
    return Value.newBuilder().setNumberValue(number).build();
  }
}
