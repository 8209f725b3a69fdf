package dev.gatehouse.pulumi.plan;

import static dev.gatehouse.pulumi.plan.RecordedPlan.DIRECTORY;
import static dev.gatehouse.pulumi.plan.RecordedPlan.LOCAL;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.gatehouse.pulumi.plan.engine.PropertyValues;
import dev.gatehouse.pulumi.plan.engine.Recording;
import dev.gatehouse.pulumi.plan.engine.RecordingEngine;
import dev.gatehouse.pulumi.plan.engine.RecordingResourceMonitor;
import dev.gatehouse.pulumi.plan.engine.RegisteredResource;
import dev.gatehouse.pulumi.plan.engine.ResourceProvider;
import dev.gatehouse.pulumi.plan.engine.UrnFactory;
import dev.gatehouse.pulumi.plan.fake.FakeProvider;
import org.junit.jupiter.api.Test;

/** A program whose hosted zone has a record of another stack. */
final class ExistingRecordsTest {
  private static final String OWNED =
      """
      {"resourceRecordSets": [{"name": "_gatehouse-us-east-1.gatehouse.test.", "type": "TXT",
        "ttl": 600, "resourceRecords": [{"value": "\\"stack=gatehouse-prod; dmarc=none\\""}]}]}
      """;

  @Test
  void identityOfAnotherStackIsRefusedBeforeAnyResource() {
    Recording recording = new Recording();
    StackSettings settings =
        LOCAL.with("gatehouse:emailAddressArn", "").with("gatehouse:sesDomain", "gatehouse.test");
    RecordingResourceMonitor monitor =
        new RecordingResourceMonitor(
            new UrnFactory(settings.project(), settings.stack()),
            new PropertyValues(DIRECTORY.resolve("..").normalize(), DIRECTORY),
            new OwnedDomain(),
            recording);

    try (RecordingEngine engine = RecordingEngine.start(recording, monitor)) {
      Program.Exit exit = InlineProgram.app(false).run(settings, engine.address());

      assertThat(exit.code()).isEqualTo(32);
    }
    assertThat(recording.errors())
        .singleElement()
        .asString()
        .contains("its identity belongs to the stack gatehouse-prod,")
        .doesNotContain("\n");
    assertThat(recording.resources()).filteredOn(RegisteredResource::custom).isEmpty();
  }

  private static final class OwnedDomain implements ResourceProvider {
    private final ResourceProvider fake = new FakeProvider("us-east-1", "000000000000");

    @Override
    public JsonObject create(RegisteredResource resource) {
      return fake.create(resource);
    }

    @Override
    public JsonObject invoke(String function, JsonObject arguments) {
      return function.endsWith(":getRecords")
          ? JsonParser.parseString(OWNED).getAsJsonObject()
          : fake.invoke(function, arguments);
    }
  }
}
