package dev.gatehouse.pulumi.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.gatehouse.pulumi.plan.engine.Recording;
import dev.gatehouse.pulumi.plan.engine.RegisteredResource;
import dev.gatehouse.pulumi.plan.engine.ResourceOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PlanWriterTest {
  private static final StackSettings DEMO = new StackSettings("demo", "dev", Map.of());

  @Test
  void orderOfMembersDoesNotChangeTheBytes(@TempDir Path directory) throws IOException {
    Path one =
        write(directory.resolve("one.json"), "{\"a\":[{\"x\":1,\"y\":2}],\"b\":{\"c\":1,\"d\":2}}");
    Path other =
        write(directory.resolve("two.json"), "{\"b\":{\"d\":2,\"c\":1},\"a\":[{\"y\":2,\"x\":1}]}");

    assertThat(other).hasSameTextualContentAs(one);
  }

  @Test
  void planHasDocumentedFields() {
    JsonObject plan = PlanWriter.plan(DEMO, recording("{\"a\":1}"));

    assertThat(plan.toString())
        .isEqualTo(
            "{\"project\":\"demo\",\"stack\":\"dev\",\"resources\":[{\"type\":\"t\",\"name\":\"n\","
                + "\"urn\":\"u\",\"parent\":\"\",\"dependencies\":[],\"protect\":true,"
                + "\"retainOnDelete\":false,\"provider\":\"p\",\"additionalSecretOutputs\":[\"secret\"],"
                + "\"ignoreChanges\":[\"name\"],"
                + "\"inputs\":{\"a\":1},\"outputs\":{\"a\":1,\"id\":\"i\"}}],\"outputs\":{}}");
  }

  private static Path write(Path file, String inputs) throws IOException {
    PlanWriter.write(DEMO, recording(inputs), file);
    assertThat(Files.readString(file)).endsWith("}\n");
    return file;
  }

  private static Recording recording(String json) {
    JsonObject inputs = JsonParser.parseString(json).getAsJsonObject();
    JsonObject outputs = inputs.deepCopy();
    outputs.addProperty("id", "i");
    ResourceOptions options =
        new ResourceOptions(true, false, "p", List.of("secret"), List.of("name"));
    Recording recording = new Recording();
    recording.add(
        new RegisteredResource("t", "n", "u", "", List.of(), List.of(), true, options, inputs),
        outputs);
    return recording;
  }
}
