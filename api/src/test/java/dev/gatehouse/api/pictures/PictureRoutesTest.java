package dev.gatehouse.api.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.gatehouse.api.TestApi;
import dev.gatehouse.api.testing.ApiRequest;
import dev.gatehouse.api.testing.ApiResponse;
import dev.gatehouse.users.TestUsers;
import dev.gatehouse.users.pictures.InMemoryPictures;
import dev.gatehouse.users.pictures.PictureKeys;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PictureRoutesTest {
  private static final String SUB = "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee";
  private static final String PATH = "/user/profile/picture";

  private TestApi api;

  @BeforeEach
  void start() throws IOException {
    api = new TestApi();
    api.users.putIfAbsent(TestUsers.builder(SUB).build());
  }

  @AfterEach
  void stop() {
    api.close();
  }

  @Test
  void uploadHasAKeyOfItsOwnBelowTheUser() {
    JsonObject first = upload("{\"contentType\":\"image/png\",\"contentLength\":2097152}");
    JsonObject second = upload("{\"contentType\":\"image/png\",\"contentLength\":1}");

    assertThat(first.get("method").getAsString()).isEqualTo("PUT");
    assertThat(first.get("url").getAsString())
        .contains("/incoming/" + SUB + "/")
        .isNotEqualTo(second.get("url").getAsString());
    assertThat(first.getAsJsonObject("headers").get("Content-Type").getAsString())
        .isEqualTo("image/png");
    assertThat(first.get("expiresAt").getAsString()).isEqualTo("2026-05-04T03:07:01.000Z");
    assertThat(api.log).noneMatch(line -> line.contains("https://"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}|contentType is missing",
        "{\"contentType\":\"image/gif\",\"contentLength\":1}|contentType does not have",
        "{\"contentType\":\"image/png\"}|contentLength is missing",
        "{\"contentType\":\"image/png\",\"contentLength\":\"1\"}|contentLength is not a whole number",
        "{\"contentType\":\"image/png\",\"contentLength\":1.5}|contentLength is not a whole number",
        "{\"contentType\":\"image/png\",\"contentLength\":0}|contentLength does not have",
        "{\"contentType\":\"image/png\",\"contentLength\":2097153}|contentLength is too large",
        "{\"contentType\":\"image/png\",\"contentLength\":99999999999}|contentLength does not have",
        "{\"contentType\":\"image/png\",\"contentLength\":1,\"key\":\"x\"}|Only contentType and",
      })
  void otherPicturesAreRefused(String body, String detail) {
    ApiResponse answer = put(body);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("INVALID_FIELD");
    assertThat(answer.json().get("detail").getAsString()).startsWith(detail);
  }

  @Test
  void withoutATokenThereIsNothing() {
    for (String method : new String[] {"GET", "DELETE"}) {
      assertThat(api.send(ApiRequest.of(method, PATH)).status()).isEqualTo(401);
    }
  }

  @Test
  void pictureAndRefusalAreShownAsFarAsThereAreAny() {
    assertThat(read().text()).isEqualTo("{}");

    api.pictures.accepted(SUB, InMemoryPictures.NOW);
    assertThat(read().json().getAsJsonObject("picture").get("url").getAsString())
        .endsWith("/pictures/" + SUB);
    assertThat(read().json().has("refusal")).isFalse();

    api.pictures.refused(SUB, "PICTURE_DAMAGED", InMemoryPictures.NOW);
    assertThat(read().json().has("picture")).isTrue();
    assertThat(read().json().getAsJsonObject("refusal").get("code").getAsString())
        .isEqualTo("PICTURE_DAMAGED");
  }

  @Test
  void deletedPictureIsGone() {
    api.pictures.files.put(PictureKeys.picture(SUB), new byte[1]);
    api.pictures.accepted(SUB, InMemoryPictures.NOW);

    for (int i = 0; i < 2; i++) {
      assertThat(api.send(request("DELETE")).status()).isEqualTo(204);
    }

    assertThat(api.pictures.files).isEmpty();
    assertThat(read().text()).isEqualTo("{}");
  }

  private JsonObject upload(String body) {
    ApiResponse answer = put(body);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.json().getAsJsonObject("upload");
  }

  private ApiResponse put(String body) {
    return api.send(request("PUT").header("Content-Type", "application/json").body(body));
  }

  private ApiResponse read() {
    return api.send(request("GET"));
  }

  private static ApiRequest request(String method) {
    return ApiRequest.of(method, PATH)
        .header("Authorization", "Bearer token")
        .claims(java.util.Map.of("sub", SUB, "token_use", "access"));
  }
}
