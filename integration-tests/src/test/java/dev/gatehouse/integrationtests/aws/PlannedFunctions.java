package dev.gatehouse.integrationtests.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.gatehouse.integrationtests.emulator.ModifiedPlan;
import dev.gatehouse.integrationtests.project.Repository;
import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.lambda.Lambda;
import dev.gatehouse.local.lambda.LambdaOptions;
import dev.gatehouse.local.plan.Plan;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * The functions of the plan whose function sends the mails: the built archives, each in a process
 * with AWS's runtime interface client, whose AWS is another emulator.
 */
final class PlannedFunctions implements AutoCloseable {
  /** The plan that has every function. */
  static final String PLAN = "lambda";

  /** Seconds that a start may take on a busy computer; how long Cognito waits is not tested. */
  private static final int START = 60;

  private static final String FUNCTION = "aws:lambda/function:Function";

  private final Lambda lambda;

  private PlannedFunctions(Lambda lambda) {
    this.lambda = lambda;
  }

  /**
   * Returns the functions with these values of environment variables, in each function that has the
   * variable; none of them is started.
   *
   * @param work a directory for the modified plan; archives are unpacked once for all tests
   */
  static PlannedFunctions of(Path work, URI endpoint, Map<String, String> variables)
      throws IOException {
    JsonObject plan = ModifiedPlan.copyOf(PLAN).plan();
    for (JsonElement resource : plan.getAsJsonArray("resources")) {
      if (resource.getAsJsonObject().get("type").getAsString().equals(FUNCTION)) {
        JsonObject function = resource.getAsJsonObject().getAsJsonObject("inputs");
        set(function, variables);
        function.addProperty("timeout", Math.max(START, function.get("timeout").getAsInt()));
      }
    }
    Path file = Files.writeString(work.resolve("plan.json"), plan.toString());
    Path unpacked = Repository.ROOT.resolve("integration-tests/target/emulators");
    return new PlannedFunctions(
        Lambda.of(
            Plan.read(file), new LambdaOptions(Repository.ROOT, unpacked, endpoint, call -> {})));
  }

  private static void set(JsonObject function, Map<String, String> variables) {
    JsonObject planned = function.getAsJsonObject("environment").getAsJsonObject("variables");
    variables.forEach(
        (name, value) -> {
          if (planned.has(name)) {
            planned.addProperty(name, value);
          }
        });
  }

  /** Invokes a function; fails if it fails. */
  JsonObject invoke(String name, String event) {
    Response response =
        lambda.handle(
            new Request(
                "POST",
                "/2015-03-31/functions/gatehouse-local-" + name + "/invocations",
                Map.of(),
                Map.of(),
                "127.0.0.1",
                event.getBytes(StandardCharsets.UTF_8)));
    assertThat(response.status()).as("Lambda runs " + name).isEqualTo(200);
    assertThat(response.headers()).as(name + " succeeds").doesNotContainKey("X-Amz-Function-Error");
    JsonElement result = JsonParser.parseString(response.text());
    return result.isJsonObject() ? result.getAsJsonObject() : new JsonObject();
  }

  @Override
  public void close() {
    lambda.close();
  }
}
