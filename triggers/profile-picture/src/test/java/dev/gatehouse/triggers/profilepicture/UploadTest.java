package dev.gatehouse.triggers.profilepicture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.lambda.json.EventJson;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The event is the example of S3's guide, with keys of ours. */
final class UploadTest {

  @Test
  void keyAndSizeAreReadFromTheEventOfS3() throws IOException {
    try (InputStream event =
        Objects.requireNonNull(
            UploadTest.class.getResourceAsStream("/events/profile-picture/one-upload.json"))) {
      Map<String, Object> read = new EventJson().fromJson(event, Map.class);

      assertThat(Upload.of(read))
          .containsExactly(new Upload("incoming/b8f0c1e2-0000-4000-8000-000000000000/a b+c", 1024));
    }
  }

  @Test
  void recordsOfAnotherFormAreLeftOut() {
    assertThat(Upload.of(Map.of())).isEmpty();
    assertThat(Upload.of(Map.of("Records", "x"))).isEmpty();
    assertThat(Upload.of(Map.of("Records", List.of(Map.of("s3", Map.of()))))).isEmpty();
    // S3 sends such an event when the notification is set.
    assertThat(Upload.of(Map.of("Event", "s3:TestEvent"))).isEmpty();
  }
}
