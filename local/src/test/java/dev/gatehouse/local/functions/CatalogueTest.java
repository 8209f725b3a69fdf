package dev.gatehouse.local.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.local.plan.PlanInvalid;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogueTest {

  private final Path root;

  CatalogueTest(@TempDir Path root) {
    this.root = root;
  }

  @BeforeEach
  void writeAnArchive() throws IOException {
    HandlersZip.write(root);
  }

  @Test
  void aliasLeadsToItsVersion() {
    Catalogue catalogue =
        catalogue(new PlanFile().function("f", "Echo", "{publish: true}").alias("f"));
    assertThat(find(catalogue, "f:live").number()).isEqualTo("1");
    assertThat(find(catalogue, "f:1").number()).isEqualTo("1");
    assertThat(find(catalogue, "f").number()).isEqualTo("$LATEST");
    assertThat(catalogue.inUse()).extracting(LambdaVersion::number).containsExactly("1");
  }

  @Test
  void functionWithoutAnAliasIsUsedAsItIs() {
    Catalogue catalogue = catalogue(new PlanFile().function("f", "Echo", "{}"));
    assertThat(catalogue.inUse()).extracting(LambdaVersion::number).containsExactly("$LATEST");
  }

  @Test
  void leftOutInputsHaveLambdasDefaults() {
    LambdaFunction function =
        find(catalogue(new PlanFile().function("f", "Echo", "{}")), "f").function();
    assertThat(function.memory()).isEqualTo(128);
    assertThat(function.timeout()).hasSeconds(3);
    assertThat(function.environment()).isEmpty();
    assertThat(function.snapStart()).isFalse();
  }

  @Test
  void aliasOfAVersionThatIsNotPublishedIsRefused() {
    PlanFile plan = new PlanFile().function("f", "Echo", "{}").alias("f");
    assertThatThrownBy(() -> catalogue(plan))
        .isInstanceOf(PlanInvalid.class)
        .hasMessage(
            "aws:lambda/alias:Alias \"f-live\" points at version 1 of f,"
                + " which the plan does not declare");
  }

  @Test
  void permissionForAnUnknownFunctionIsRefused() {
    PlanFile plan = new PlanFile().permission("f", "{qualifier: live}");
    assertThatThrownBy(() -> new ResourcePolicy(plan.plan(), catalogue(plan)))
        .isInstanceOf(PlanInvalid.class)
        .hasMessage(
            "aws:lambda/permission:Permission \"f-permission\" is for f:live,"
                + " which the plan does not declare");
  }

  @Test
  void missingArchiveIsRefusedWithTheCommandThatBuildsIt() throws IOException {
    Files.delete(root.resolve("handlers.zip"));
    assertThatThrownBy(() -> catalogue(new PlanFile().function("f", "Echo", "{}")))
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
        "{vpcConfig: {subnetIds: []}} | sets vpcConfig",
        "{environment: {variables: {AWS_REGION: x}}} | sets AWS_REGION, which Lambda reserves"
      })
  void whatCannotBeRunIsRefusedByName(String inputs, String why) {
    assertThatThrownBy(() -> catalogue(new PlanFile().function("f", "Echo", inputs)))
        .isInstanceOf(PlanInvalid.class)
        .hasMessageStartingWith("aws:lambda/function:Function \"f\" " + why);
  }

  private Catalogue catalogue(PlanFile plan) {
    return new Catalogue(plan.plan(), root);
  }

  private static LambdaVersion find(Catalogue catalogue, String name) {
    return FunctionName.parse(name).flatMap(catalogue::find).orElseThrow();
  }
}
