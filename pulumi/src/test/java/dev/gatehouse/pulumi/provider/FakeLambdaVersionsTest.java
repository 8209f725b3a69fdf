package dev.gatehouse.pulumi.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import java.util.Objects;
import org.junit.jupiter.api.Test;

final class FakeLambdaVersionsTest {
  private static final ResourceId FUNCTION =
      ResourceId.of(FakeLambdaVersions.FUNCTION, "us-east-1", "api");
  private static final ResourceId ALIAS =
      ResourceId.of("aws:lambda/alias:Alias", "us-east-1", "api:live");

  private final FakeLambdaVersions versions = new FakeLambdaVersions();

  @Test
  void versionIsPublishedIfCodeOrConfigurationChanged() {
    assertThat(publish("a.zip", 512)).isEqualTo(1);
    assertThat(publish("a.zip", 512)).isEqualTo(1);
    assertThat(publish("b.zip", 512)).isEqualTo(2);
    assertThat(publish("b.zip", 1024)).isEqualTo(3);
  }

  @Test
  void tagsAndReservedConcurrencyArePartOfNoVersion() {
    publish("a.zip", 512);
    JsonObject reserved = function("a.zip", 512);
    reserved.addProperty("reservedConcurrentExecutions", 5);
    reserved.add("tags", new JsonObject());

    assertThat(FakeLambdaVersions.differ(function("a.zip", 512), reserved)).isFalse();
  }

  @Test
  void retryAfterAFailedSnapshotPublishesNothing() {
    publish("a.zip", 512);
    versions.failSnapshot("api");
    assertThat(publish("b.zip", 512)).isEqualTo(2);
    versions.recover();

    assertThat(publish("b.zip", 512)).isEqualTo(2);
    assertThatThrownBy(() -> versions.refuseFailed(ALIAS, alias(2)))
        .isInstanceOf(AwsRefusal.class)
        .hasMessageContaining("state: 'Failed'");
    assertThatCode(() -> versions.refuseFailed(ALIAS, alias(1))).doesNotThrowAnyException();
  }

  @Test
  void aliasNeedsAnExistingVersion() {
    publish("a.zip", 512);

    assertThatThrownBy(() -> versions.refuseFailed(ALIAS, alias(2)))
        .hasMessageStartingWith("ResourceNotFoundException");
  }

  private int publish(String code, int memory) {
    return Objects.requireNonNull(versions.publish(FUNCTION, function(code, memory))).number();
  }

  private static JsonObject function(String code, int memory) {
    JsonObject function = new JsonObject();
    function.addProperty("code", code);
    function.addProperty("memorySize", memory);
    return function;
  }

  private static JsonObject alias(int version) {
    JsonObject alias = new JsonObject();
    alias.addProperty("functionName", "api");
    alias.addProperty("functionVersion", String.valueOf(version));
    return alias;
  }
}
