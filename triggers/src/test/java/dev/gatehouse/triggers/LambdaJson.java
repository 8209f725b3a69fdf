package dev.gatehouse.triggers;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import com.amazonaws.services.lambda.runtime.serialization.factories.JacksonFactory;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayOutputStream;

/** Reads and writes events as Lambda's runtime does where no archive brings a reader of its own. */
final class LambdaJson {
  private LambdaJson() {}

  static <E> E read(JsonObject event, Class<E> type) {
    return type.cast(serializer(type).fromJson(event.toString()));
  }

  static JsonObject written(Object answer) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    serializer(answer.getClass()).toJson(answer, out);
    return JsonParser.parseString(out.toString(UTF_8)).getAsJsonObject();
  }

  /**
   * For some events Lambda's runtime has special rules; Cognito's pool events are not among them.
   */
  @SuppressWarnings("unchecked") // whoever asks for the type casts to it
  private static PojoSerializer<Object> serializer(Class<?> type) {
    return LambdaEventSerializers.isLambdaSupportedEvent(type.getName())
        ? (PojoSerializer<Object>)
            LambdaEventSerializers.serializerFor(type, LambdaJson.class.getClassLoader())
        : (PojoSerializer<Object>) JacksonFactory.getInstance().getSerializer(type);
  }
}
