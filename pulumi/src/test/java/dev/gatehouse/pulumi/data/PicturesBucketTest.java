package dev.gatehouse.pulumi.data;

import static dev.gatehouse.pulumi.plan.PlanVariants.variant;
import static dev.gatehouse.pulumi.plan.RecordedPlan.inputs;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.gatehouse.pulumi.plan.PlanVariants;
import dev.gatehouse.pulumi.plan.RecordedPlan;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The bucket of pictures is private, and only stacks with pictures know of it. */
final class PicturesBucketTest {
  private static final RecordedPlan PICTURES = variant("pictures");

  @Test
  void nothingOfTheBucketIsPublic() {
    JsonObject block =
        inputs(
            PICTURES.named("aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock", "pictures"));

    for (String blocked :
        List.of(
            "blockPublicAcls", "blockPublicPolicy", "ignorePublicAcls", "restrictPublicBuckets")) {
      assertThat(block.get(blocked).getAsBoolean()).as(blocked).isTrue();
    }
    assertThat(
            inputs(PICTURES.named("aws:s3/bucketPolicy:BucketPolicy", "pictures"))
                .get("policy")
                .getAsString())
        .contains("\"Effect\":\"Deny\"", "\"aws:SecureTransport\":\"false\"")
        .doesNotContain("\"Allow\"");
  }

  @Test
  void uploadsExpireAndPicturesDoNot() {
    assertThat(
            inputs(
                    PICTURES.named(
                        "aws:s3/bucketLifecycleConfigurationV2:BucketLifecycleConfigurationV2",
                        "pictures"))
                .toString())
        .contains("\"prefix\":\"incoming/\"", "\"days\":1")
        .doesNotContain("pictures/");
  }

  @Test
  void functionsMayDoWhatTheyNeedBelowTheirPrefix() {
    Map<String, String> granted = new TreeMap<>();
    PICTURES.ofType("aws:iam/rolePolicy:RolePolicy").stream()
        .map(RecordedPlan::inputs)
        .filter(it -> it.get("policy").getAsString().contains("arn:aws:s3:::pictures-"))
        .forEach(
            it ->
                granted.put(
                    it.get("role").getAsString() + " " + it.get("name").getAsString(),
                    it.get("policy")
                        .getAsString()
                        .replaceAll(
                            ".*\"Action\":(.*),\"Resource\":\"arn:aws:s3:::[^/\"]*(.*)\"}.*",
                            "$1 $2")
                        .replaceAll("[\\[\\]\"]", "")));

    assertThat(granted)
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "gatehouse-local-api pictures", "s3:DeleteObject,s3:GetObject /pictures/*",
                "gatehouse-local-api uploads", "s3:PutObject /incoming/*",
                "gatehouse-local-erase pictures", "s3:DeleteObject /pictures/*",
                "gatehouse-local-profile-picture bucket", "s3:ListBucket ",
                "gatehouse-local-profile-picture pictures",
                    "s3:DeleteObject,s3:PutObject /pictures/*",
                "gatehouse-local-profile-picture uploads",
                    "s3:DeleteObject,s3:GetObject /incoming/*"));
  }

  @Test
  void onlyThisBucketOfThisAccountInvokesTheFunction() {
    JsonObject permission =
        inputs(
            PICTURES.named(
                "aws:lambda/permission:Permission", "profile-picture-invoked-by-pictures"));

    assertThat(permission.get("principal").getAsString()).isEqualTo("s3.amazonaws.com");
    assertThat(permission.get("sourceArn").getAsString()).startsWith("arn:aws:s3:::pictures-");
    assertThat(permission.get("sourceAccount").getAsString()).isEqualTo("000000000000");
  }

  @Test
  void pagesOfCorsOriginsMayUpload() {
    assertThat(
            inputs(
                    PICTURES.named(
                        "aws:s3/bucketCorsConfigurationV2:BucketCorsConfigurationV2", "pictures"))
                .toString())
        .contains("http://localhost:*", "\"GET\",\"PUT\"");
  }

  @Test
  void withoutTheSettingThePlanKnowsNoPictures() {
    assertThat(PlanVariants.full().text()).doesNotContain("s3:", "PICTURES_BUCKET", "picture");
    assertThat(RecordedPlan.PLAN.text()).doesNotContain("s3:", "PICTURES_BUCKET", "picture");
  }
}
