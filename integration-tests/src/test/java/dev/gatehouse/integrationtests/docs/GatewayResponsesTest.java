package dev.gatehouse.integrationtests.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.gatehouse.integrationtests.emulator.ModifiedPlan;
import dev.gatehouse.integrationtests.project.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** API Gateway's own responses in docs/errors.md, compared with the plan. */
class GatewayResponsesTest {
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| `([A-Z_0-9]+)` \\| (\\d{3}) \\| `(\\w+)` \\|$");

  private static List<String> documented() throws IOException {
    return ROW.matcher(Files.readString(Repository.ROOT.resolve("docs/errors.md")))
        .results()
        .map(row -> String.join(" ", row.group(1), row.group(2), row.group(3)))
        .toList();
  }

  private static List<String> declared() throws IOException {
    return ModifiedPlan.copy().plan().getAsJsonArray("resources").asList().stream()
        .map(JsonElement::getAsJsonObject)
        .filter(it -> it.get("type").getAsString().equals("aws:apigateway/response:Response"))
        .map(it -> it.getAsJsonObject("inputs"))
        .map(GatewayResponsesTest::row)
        .toList();
  }

  private static String row(JsonObject response) {
    String body =
        response.getAsJsonObject("responseTemplates").get("application/json").getAsString();
    return String.join(
        " ",
        response.get("responseType").getAsString(),
        response.get("statusCode").getAsString(),
        JsonParser.parseString(body).getAsJsonObject().get("code").getAsString());
  }

  @Test
  void documentAndPlanListTheSameResponses() throws IOException {
    assertThat(documented()).isNotEmpty().containsExactlyInAnyOrderElementsOf(declared());
  }
}
