package dev.gatehouse.local.lambda.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.local.lambda.HandlersArchive;
import dev.gatehouse.local.lambda.LambdaPlan;
import dev.gatehouse.local.plan.PlanInvalid;
import dev.gatehouse.local.state.StateStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FunctionRegistryTest {

  private final Path root;

  FunctionRegistryTest(@TempDir Path root) {
    this.root = root;
  }

  @BeforeEach
  void writeArchive() throws IOException {
    HandlersArchive.write(root);
  }

  @Test
  void aliasResolvesToItsVersion() {
    FunctionRegistry registry =
        registry(new LambdaPlan().function("f", "Echo", "{publish: true}").alias("f"));
    assertThat(find(registry, "f:live").number()).isEqualTo("1");
    assertThat(find(registry, "f:1").number()).isEqualTo("1");
    assertThat(find(registry, "f").number()).isEqualTo("$LATEST");
    assertThat(registry.inUse()).extracting(LambdaVersion::number).containsExactly("1");
  }

  @Test
  void functionWithoutAliasIsUsedAsLatest() {
    FunctionRegistry registry = registry(new LambdaPlan().function("f", "Echo", "{}"));
    assertThat(registry.inUse()).extracting(LambdaVersion::number).containsExactly("$LATEST");
  }

  @Test
  void unsetInputsHaveDefaultsOfLambda() {
    LambdaFunction function =
        find(registry(new LambdaPlan().function("f", "Echo", "{}")), "f").function();
    assertThat(function.memory()).isEqualTo(128);
    assertThat(function.timeout()).hasSeconds(3);
    assertThat(function.environment()).isEmpty();
    assertThat(function.snapStart()).isFalse();
  }

  @Test
  void aliasOfAnUnpublishedVersionIsRefused() {
    LambdaPlan plan = new LambdaPlan().function("f", "Echo", "{}").alias("f");
    assertThatThrownBy(() -> registry(plan))
        .isInstanceOf(PlanInvalid.class)
        .hasMessage(
            "aws:lambda/alias:Alias \"f-live\" points at version 1 of f,"
                + " which the plan does not declare");
  }

  @Test
  void permissionForAnUnknownFunctionIsRefused() {
    LambdaPlan plan = new LambdaPlan().permission("f", "{qualifier: live}");
    assertThatThrownBy(() -> new ResourcePolicy(plan.plan(), registry(plan), StateStore.none()))
        .isInstanceOf(PlanInvalid.class)
        .hasMessage(
            "aws:lambda/permission:Permission \"f-permission\" is for f:live,"
                + " which the plan does not declare");
  }

  @Test
  void missingArchiveIsRefusedWithTheBuildCommand() throws IOException {
    Files.delete(root.resolve("handlers.zip"));
    assertThatThrownBy(() -> registry(new LambdaPlan().function("f", "Echo", "{}")))
        .isInstanceOf(PlanInvalid.class)
        .hasMessageContainingAll(
            "aws:lambda/function:Function \"f\"", "handlers.zip", "make local");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{packageType: Image} | is a container image",
        "{runtime: python3.12} | has the runtime python3.12",
        "{runtime: java99} | has the runtime java99",
        "{layers: [\"arn:aws:lambda:us-east-1:000000000000:layer:l:1\"]} | sets layers",
        "{vpcConfig: {subnetIds: [s]}} | sets vpcConfig",
        "{environment: {variables: {AWS_REGION: x}}} | sets AWS_REGION, which Lambda reserves"
      })
  void unsupportedInputsAreRefusedByName(String inputs, String why) {
    assertThatThrownBy(() -> registry(new LambdaPlan().function("f", "Echo", inputs)))
        .isInstanceOf(PlanInvalid.class)
        .hasMessageStartingWith("aws:lambda/function:Function \"f\" " + why);
  }

  private FunctionRegistry registry(LambdaPlan plan) {
    return new FunctionRegistry(plan.plan(), root);
  }

  private static LambdaVersion find(FunctionRegistry registry, String name) {
    return FunctionName.parse(name).flatMap(registry::find).orElseThrow();
  }
}
