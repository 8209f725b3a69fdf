package dev.gatehouse.lambda.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.CustomPojoSerializer;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

/** The registration of the serializer. */
class EventJsonTest {
  /** Lambda does not start a function with two serializers. */
  @Test
  void lambdaFindsThisSerializerAndNoOther() {
    assertThat(ServiceLoader.load(CustomPojoSerializer.class))
        .singleElement()
        .isInstanceOf(EventJson.class);
  }
}
