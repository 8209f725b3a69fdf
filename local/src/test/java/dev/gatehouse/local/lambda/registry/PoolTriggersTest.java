package dev.gatehouse.local.lambda.registry;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.gatehouse.local.lambda.HandlersArchive;
import dev.gatehouse.local.lambda.LambdaPlan;
import dev.gatehouse.local.plan.Plan;
import dev.gatehouse.local.plan.Resource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PoolTriggersTest {

  @TempDir Path directory = Path.of("");

  @BeforeEach
  void writeArchive() throws IOException {
    Path zip = HandlersArchive.write(directory);
    assertThat(zip).exists();
  }

  private final Plan functions =
      Stream.of("check", "mail", "row", "both", "api")
          .reduce(
              new LambdaPlan(),
              (plan, name) -> plan.function(name, "Echo", "{publish: true}").alias(name),
              (one, other) -> one)
          .plan();

  private List<String> later(String lambdaConfig) {
    JsonObject inputs = new JsonObject();
    inputs.add("lambdaConfig", LambdaPlan.json(lambdaConfig.replace("$", LambdaPlan.ACCOUNT)));
    Resource pool =
        new Resource(
            "aws:cognito/userPool:UserPool", "pool", "urn:p", "", List.of(), false, inputs, inputs);
    List<Resource> resources =
        Stream.concat(functions.resources().stream(), Stream.of(pool)).toList();
    Plan plan = new Plan("gatehouse", "local", resources, new JsonObject());
    PoolTriggers triggers = new PoolTriggers(plan);
    return new FunctionRegistry(plan, directory)
        .inUse().stream().filter(triggers::isLater).map(used -> used.function().name()).toList();
  }

  @Test
  void whatNoSignUpCallsIsLater() {
    assertThat(
            later(
                "{preSignUp: '$check:live', customEmailSender: {lambdaArn: '$mail:live'},"
                    + " postConfirmation: '$row:live',"
                    + " preTokenGenerationConfig: {lambdaArn: '$both:live'},"
                    + " customMessage: '$both:live'}"))
        .containsExactly("row");
  }

  @Test
  void functionsThatNoPoolCallsAreNotLater() {
    assertThat(later("{}")).isEmpty();
  }
}
