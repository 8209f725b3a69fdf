package dev.gatehouse.pulumi.plan.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import dev.gatehouse.pulumi.plan.engine.RecordingFailed;
import dev.gatehouse.pulumi.plan.engine.RegisteredResource;
import dev.gatehouse.pulumi.plan.engine.ResourceOptions;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FakeProviderTest {
  private final FakeProvider aws = new FakeProvider("eu-west-1", "123456789012");

  @Test
  void unsupportedTypeAndFunctionAreRefused() {
    assertThatThrownBy(() -> aws.create(resource("aws:s3/bucket:Bucket", "files")))
        .isInstanceOf(RecordingFailed.class)
        .hasMessageContaining("aws:s3/bucket:Bucket \"files\"");
    assertThatThrownBy(() -> aws.create(resource("aws:apigateway/apiKey:ApiKey", "key")))
        .hasMessageContaining("aws:apigateway/apiKey:ApiKey \"key\"");
    assertThatThrownBy(() -> aws.invoke("aws:iam/getRole:getRole", new JsonObject()))
        .hasMessageContaining("aws:iam/getRole:getRole");
  }

  @Test
  void resourceWithoutANameGetsAnAutoname() {
    JsonObject table = aws.create(resource("aws:dynamodb/table:Table", "users"));

    assertThat(table.get("name").getAsString()).matches("users-[0-9a-z]{7}");
    assertThat(table.get("arn").getAsString())
        .isEqualTo(
            "arn:aws:dynamodb:eu-west-1:123456789012:table/" + table.get("name").getAsString());
  }

  @Test
  void idOfAQueueIsItsUrl() {
    JsonObject queue = aws.create(resource("aws:sqs/queue:Queue", "waiting"));
    String name = queue.get("name").getAsString();

    assertThat(queue.get("url").getAsString())
        .isEqualTo("https://sqs.eu-west-1.amazonaws.com/123456789012/" + name)
        .isEqualTo(queue.get("id").getAsString());
    assertThat(queue.get("arn").getAsString())
        .isEqualTo("arn:aws:sqs:eu-west-1:123456789012:" + name);
  }

  @Test
  void idsHaveTheFormatOfAws() {
    assertThat(id("aws:cognito/userPool:UserPool")).matches("eu-west-1_[0-9a-zA-Z]{9}");
    assertThat(id("aws:cognito/userPoolClient:UserPoolClient")).matches("[0-9a-z]{26}");
    assertThat(id("aws:apigateway/restApi:RestApi")).matches("[0-9a-z]{10}");
  }

  @Test
  void idsAreDeterministic() {
    assertThat(id("aws:cognito/userPool:UserPool")).isEqualTo(id("aws:cognito/userPool:UserPool"));
  }

  @Test
  void missingInputIsRefused() {
    assertThatThrownBy(() -> aws.create(resource("aws:lambda/alias:Alias", "live")))
        .hasMessage("aws:lambda/alias:Alias \"live\" has no input functionName");
  }

  private String id(String type) {
    return aws.create(resource(type, "it")).get("id").getAsString();
  }

  private static RegisteredResource resource(String type, String name) {
    return new RegisteredResource(
        type,
        name,
        "urn:pulumi:s::p::" + type + "::" + name,
        "",
        List.of(),
        List.of(),
        true,
        ResourceOptions.NONE,
        new JsonObject());
  }
}
