package dev.gatehouse.local.plan;

import static dev.gatehouse.local.plan.PlanResources.plan;
import static dev.gatehouse.local.plan.PlanResources.resource;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ResourceTypesTest {

  @Test
  void unsupportedTypeIsRefusedByName() {
    assertThatThrownBy(
            () -> ResourceTypes.check(plan(List.of(bare("aws:s3/bucket:Bucket", "archive")))))
        .isInstanceOf(PlanInvalid.class)
        .hasMessage("aws:s3/bucket:Bucket \"archive\" is not supported by the local emulator");
  }

  @Test
  void containersAndIgnoredTypesPass() {
    List<Resource> harmless =
        List.of(
            bare("pulumi:pulumi:Stack", "gatehouse-local"),
            bare("gatehouse:aws:HttpApi", "api"),
            bare("aws:iam/role:Role", "api"),
            bare("aws:route53/record:Record", "api"),
            bare("aws:route53/record:Record", "users"),
            bare("aws:acm/certificate:Certificate", "api"),
            bare("aws:lambda/function:Function", "api"));

    ResourceTypes.check(plan(harmless));

    assertThat(ResourceTypes.ignored(plan(harmless)))
        .containsExactly(
            "ignored: 1 x aws:acm/certificate:Certificate (the emulator uses HTTP on localhost)",
            "ignored: 2 x aws:route53/record:Record (host names are localhost)");
  }

  @Test
  void basePathIsRefused() {
    String type = "aws:apigateway/basePathMapping:BasePathMapping";

    ResourceTypes.check(plan(List.of(resource(type, "api", "{\"basePath\": \"\"}", "{}"))));
    assertThatThrownBy(
            () ->
                ResourceTypes.check(
                    plan(List.of(resource(type, "api", "{\"basePath\": \"v1\"}", "{}")))))
        .hasMessage(type + " \"api\" sets basePath, but the local emulator serves the API at /");
  }

  private static Resource bare(String type, String name) {
    return resource(type, name, "{}", "{}");
  }
}
