package dev.gatehouse.local;

import static dev.gatehouse.local.plan.Declared.plan;
import static dev.gatehouse.local.plan.Declared.resource;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.local.plan.PlanInvalid;
import dev.gatehouse.local.plan.Resource;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResourceTypesTest {

  @Test
  void unknownTypeIsRefusedByName() {
    assertThatThrownBy(
            () -> ResourceTypes.check(plan(List.of(bare("aws:s3/bucket:Bucket", "attic")))))
        .isInstanceOf(PlanInvalid.class)
        .hasMessage("aws:s3/bucket:Bucket \"attic\" cannot be run on one machine yet");
  }

  @Test
  void framesAndWhatIsNotNeededPass() {
    List<Resource> harmless =
        List.of(
            bare("pulumi:pulumi:Stack", "gatehouse-local"),
            bare("gatehouse:aws:HttpApi", "api"),
            bare("aws:iam/role:Role", "api"),
            bare("aws:iam/role:Role", "users"),
            bare("aws:acm/certificate:Certificate", "api"),
            bare("aws:lambda/function:Function", "api"));

    ResourceTypes.check(plan(harmless));

    assertThat(ResourceTypes.leftOut(plan(harmless)))
        .containsExactly(
            "not needed here: 1 x aws:acm/certificate:Certificate (HTTP on localhost)",
            "not needed here: 2 x aws:iam/role:Role (signatures are not checked)");
  }

  @Test
  void apiUnderABasePathIsRefused() {
    String type = "aws:apigateway/basePathMapping:BasePathMapping";

    ResourceTypes.check(plan(List.of(resource(type, "api", "{\"basePath\": \"\"}", "{}"))));
    assertThatThrownBy(() ->
            ResourceTypes.check(
                plan(List.of(resource(type, "api", "{\"basePath\": \"v1\"}", "{}")))))
        .hasMessage(type + " \"api\" sets basePath; the port here has the API at its root");
  }

  private static Resource bare(String type, String name) {
    return resource(type, name, "{}", "{}");
  }
}
