package dev.gatehouse.local.awsjson;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class JsonTest {

  @ParameterizedTest
  @CsvSource({
    "2026-11-27T10:00:00.123Z, 1795773600.123",
    "2026-11-27T10:00:00.123456789Z, 1795773600.123",
    "2026-11-27T10:00:00.100Z, 1795773600.100",
    "2026-11-27T10:00:00Z, 1795773600.000",
    "1970-01-01T00:00:00.001Z, 0.001"
  })
  void timestampIsWrittenWithoutAnExponent(Instant instant, String written) {
    JsonObject json = Json.object("CreationDate", Json.epochSeconds(instant));

    assertThat(Json.text(json)).isEqualTo("{\"CreationDate\":" + written + "}");
    assertThat(json).hasToString(Json.text(json));
  }
}
