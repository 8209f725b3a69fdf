package dev.gatehouse.users.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.lambda.settings.FunctionSettings;
import dev.gatehouse.lambda.settings.InvalidSetting;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class S3EndpointTest {

  @ParameterizedTest
  @CsvSource({
    "eu-west-1, https://pictures-1.s3.eu-west-1.amazonaws.com/pictures/jane",
    "cn-north-1, https://pictures-1.s3.cn-north-1.amazonaws.com.cn/pictures/jane",
  })
  void bucketHasAHostOfItsOwnInItsRegion(String region, String url) {
    FunctionSettings settings =
        new FunctionSettings(Map.of("PICTURES_BUCKET", "pictures-1", "AWS_REGION", region));

    assertThat(S3Endpoint.from(settings).object("pictures/jane")).hasToString(url);
  }

  @Test
  void bucketIsBelowTheEndpointThatTheSdksUse() {
    FunctionSettings settings =
        new FunctionSettings(
            Map.of(
                "PICTURES_BUCKET", "pictures-1",
                "AWS_REGION", "us-east-1",
                "AWS_ENDPOINT_URL", "http://localhost:4566/"));

    assertThat(S3Endpoint.from(settings).object("a"))
        .hasToString("http://localhost:4566/pictures-1/a");
  }

  @Test
  void missingBucketIsNamed() {
    assertThatThrownBy(() -> S3Endpoint.from(new FunctionSettings(Map.of())))
        .isInstanceOf(InvalidSetting.class)
        .hasMessageContaining("PICTURES_BUCKET");
  }
}
