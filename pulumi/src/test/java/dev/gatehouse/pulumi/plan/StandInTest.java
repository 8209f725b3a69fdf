package dev.gatehouse.pulumi.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;

final class StandInTest {
  private final StandIn aws = new StandIn(new Arns("eu-west-1", "123456789012"));

  @Test
  void typeItDoesNotKnowIsRefusedByName() {
    assertThatThrownBy(() -> aws.create(declared("aws:s3/bucket:Bucket", "files")))
        .isInstanceOf(RecordingFailed.class)
        .hasMessageContaining("aws:s3/bucket:Bucket \"files\"");
    assertThatThrownBy(() -> aws.create(declared("aws:apigateway/apiKey:ApiKey", "key")))
        .hasMessageContaining("aws:apigateway/apiKey:ApiKey \"key\"");
    assertThatThrownBy(() -> aws.find("aws:iam/getRole:getRole", new JsonObject()))
        .hasMessageContaining("aws:iam/getRole:getRole");
  }

  @Test
  void resourceWithoutANameGetsOneAsPulumiMakesThem() {
    JsonObject table = aws.create(declared("aws:dynamodb/table:Table", "users"));

    assertThat(table.get("name").getAsString()).matches("users-[0-9a-z]{7}");
    assertThat(table.get("arn").getAsString())
        .isEqualTo(
            "arn:aws:dynamodb:eu-west-1:123456789012:table/" + table.get("name").getAsString());
  }

  @Test
  void queueIsKnownByItsUrl() {
    JsonObject queue = aws.create(declared("aws:sqs/queue:Queue", "waiting"));
    String name = queue.get("name").getAsString();

    assertThat(queue.get("url").getAsString())
        .isEqualTo("https://sqs.eu-west-1.amazonaws.com/123456789012/" + name)
        .isEqualTo(queue.get("id").getAsString());
    assertThat(queue.get("arn").getAsString())
        .isEqualTo("arn:aws:sqs:eu-west-1:123456789012:" + name);
  }

  @Test
  void idsHaveTheFormsOfAws() {
    assertThat(id("aws:cognito/userPool:UserPool")).matches("eu-west-1_[0-9a-zA-Z]{9}");
    assertThat(id("aws:cognito/userPoolClient:UserPoolClient")).matches("[0-9a-z]{26}");
    assertThat(id("aws:apigateway/restApi:RestApi")).matches("[0-9a-z]{10}");
  }

  @Test
  void sameResourceHasTheSameIdEachTime() {
    assertThat(id("aws:cognito/userPool:UserPool")).isEqualTo(id("aws:cognito/userPool:UserPool"));
  }

  @Test
  void inputThatIsMissingIsNamed() {
    assertThatThrownBy(() -> aws.create(declared("aws:lambda/alias:Alias", "live")))
        .hasMessage("aws:lambda/alias:Alias \"live\" has no input functionName");
  }

  private String id(String type) {
    return aws.create(declared(type, "it")).get("id").getAsString();
  }

  private static Declared declared(String type, String name) {
    return new Declared(
        type,
        name,
        "urn:pulumi:s::p::" + type + "::" + name,
        "",
        List.of(),
        true,
        false,
        false,
        new JsonObject());
  }
}
