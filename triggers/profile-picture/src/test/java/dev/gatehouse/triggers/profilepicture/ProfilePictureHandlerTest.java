package dev.gatehouse.triggers.profilepicture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.lambda.log.InvocationLog;
import dev.gatehouse.lambda.testing.AnyContext;
import dev.gatehouse.users.pictures.InMemoryPictures;
import dev.gatehouse.users.pictures.PictureKeys;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ProfilePictureHandlerTest {
  private static final String SUB = "b8f0c1e2-0000-4000-8000-000000000000";
  private static final String UPLOAD = "incoming/" + SUB + "/1";
  private static final Clock CLOCK = Clock.fixed(InMemoryPictures.NOW, ZoneOffset.UTC);

  private final InMemoryPictures pictures = new InMemoryPictures();
  private final List<String> log = new ArrayList<>();
  private final ProfilePictureHandler handler =
      new ProfilePictureHandler(
          pictures, pictures, CLOCK, new InvocationLog("profile-picture", CLOCK, log::add));

  @Test
  void uploadBecomesThePicture() {
    pictures.files.put(UPLOAD, TestImages.jpeg(40, 20));

    handle(UPLOAD, 1000);

    assertThat(pictures.files).containsOnlyKeys(PictureKeys.picture(SUB));
    assertThat(pictures.read(SUB).updatedAt()).isEqualTo(InMemoryPictures.NOW);
    assertThat(log).singleElement().asString().contains("\"outcome\":\"published\"", SUB);
  }

  @Test
  void refusedUploadLeavesTheOldPictureAndSaysWhy() {
    pictures.files.put(UPLOAD, TestImages.jpeg(40, 20));
    handle(UPLOAD, 1000);
    byte[] old = pictures.files.get(PictureKeys.picture(SUB));
    pictures.files.put(UPLOAD, "<html>".getBytes(StandardCharsets.UTF_8));

    handle(UPLOAD, 6);

    assertThat(pictures.files)
        .containsOnlyKeys(PictureKeys.picture(SUB))
        .containsEntry(PictureKeys.picture(SUB), old);
    assertThat(pictures.read(SUB).refusal()).isEqualTo("PICTURE_TYPE_UNSUPPORTED");
    assertThat(pictures.read(SUB).updatedAt()).isEqualTo(InMemoryPictures.NOW);
  }

  @Test
  void secondEventOfAnUploadFindsItGone() {
    pictures.files.put(UPLOAD, TestImages.jpeg(40, 20));
    handle(UPLOAD, 1000);

    handle(UPLOAD, 1000);

    assertThat(log.getLast()).contains("\"outcome\":\"gone\"", "\"level\":\"INFO\"");
  }

  @Test
  void nothingOfAnErasedUserStays() {
    pictures.files.put(UPLOAD, TestImages.jpeg(40, 20));
    pictures.erased.add(SUB);

    handle(UPLOAD, 1000);

    assertThat(pictures.files).isEmpty();
    assertThat(log).singleElement().asString().contains("USER_ROW_MISSING");
  }

  @Test
  void tooLargeUploadIsNotRead() {
    pictures.files.put(UPLOAD, TestImages.jpeg(40, 20));

    handle(UPLOAD, 2 * 1024 * 1024 + 1);

    assertThat(pictures.files).isEmpty();
    assertThat(pictures.read(SUB).refusal()).isEqualTo("PICTURE_TOO_LARGE");
  }

  @Test
  void failureIsThrownSoThatLambdaRetries() {
    ProfilePictureHandler failing =
        new ProfilePictureHandler(
            new FailingStore(), pictures, CLOCK, new InvocationLog("p", CLOCK, log::add));

    assertThatThrownBy(() -> failing.handleRequest(event(UPLOAD, 1), new AnyContext("r")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageNotContaining(SUB);
    assertThat(log).singleElement().asString().contains("PICTURE_FAILED", "\"level\":\"ERROR\"");
  }

  private void handle(String key, long size) {
    assertThat(handler.handleRequest(event(key, size), new AnyContext("r"))).isEmpty();
  }

  private static Map<String, Object> event(String key, long size) {
    Map<String, Object> object = Map.of("key", key, "size", size);
    return Map.of("Records", List.of(Map.of("s3", Map.of("object", object))));
  }
}
