package dev.gatehouse.pulumi.automation;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.gatehouse.pulumi.provider.FakeAwsAccount;
import dev.gatehouse.pulumi.provider.FakeAwsProvider;
import dev.gatehouse.pulumi.stack.EngineStack;
import dev.gatehouse.pulumi.stack.EngineState;
import dev.gatehouse.pulumi.stack.PlanComparison;
import dev.gatehouse.pulumi.stack.StatefulResources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Stacks as the last release left them, brought up to the program of today. Their exports are
 * renewed only together with deployed-names.tsv, by {@code -Dexports.renew=true}.
 */
@Tag("pulumi")
final class UpgradeIT {
  private static final Path EXPORTS = Path.of("src/test/resources/exports");

  @ParameterizedTest
  @MethodSource("dev.gatehouse.pulumi.automation.StackVariant#all")
  void upgradeReplacesNothingThatUsersOrClientsKnow(StackVariant variant, @TempDir Path directory)
      throws Exception {
    FakeAwsAccount account = new FakeAwsAccount();
    try (FakeAwsProvider provider = FakeAwsProvider.start(variant.region(), account);
        EngineStack stack =
            EngineStack.create(directory, variant.settings(), provider.debugProviders())) {
      Path file = EXPORTS.resolve(variant.name() + ".json");
      if (Boolean.getBoolean("exports.renew")) {
        stack.up();
        write(stack.state().export(), file);
      }
      JsonObject export = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
      EngineState old = new EngineState(export);
      old.resources().forEach(it -> adopt(account, variant.region(), it));
      stack.importState(export);
      account.takeCalls();

      stack.up();

      List<String> kept = StatefulResources.ids(old);
      assertThat(StatefulResources.ids(stack.state())).containsAll(kept);
      assertThat(StatefulResources.deleted(kept, account.takeCalls())).isEmpty();
      assertThat(PlanComparison.differences(variant.plan(), stack.stateWithSecrets())).isEmpty();
    }
  }

  @Test
  void everyVariantHasAnExport() {
    assertThat(StackVariant.all())
        .allSatisfy(it -> assertThat(EXPORTS.resolve(it.name() + ".json")).exists());
  }

  private static void adopt(FakeAwsAccount account, String region, JsonObject resource) {
    String type = EngineState.text(resource, "type");
    if (type.startsWith("aws:")) {
      account.adopt(
          region,
          type,
          EngineState.text(resource, "urn"),
          EngineState.text(resource, "id"),
          resource.getAsJsonObject("outputs"));
    }
  }

  /** Writes a line for each resource, so that one sees what a renewal changes. */
  private static void write(JsonObject export, Path file) throws IOException {
    JsonObject deployment = export.getAsJsonObject("deployment");
    List<String> lines = new ArrayList<>();
    for (JsonElement resource : deployment.getAsJsonArray("resources")) {
      lines.add(resource.toString());
    }
    JsonObject rest = deployment.deepCopy();
    rest.remove("resources");
    String head = rest.toString();
    Files.createDirectories(file.getParent());
    Files.writeString(
        file,
        "{\"version\":%s,\"deployment\":%s,\"resources\":[\n%s\n]}}\n"
            .formatted(
                export.get("version"),
                head.substring(0, head.length() - 1),
                String.join(",\n", lines)));
  }
}
