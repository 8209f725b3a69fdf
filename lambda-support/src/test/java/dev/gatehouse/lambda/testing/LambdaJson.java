package dev.gatehouse.lambda.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import com.amazonaws.services.lambda.runtime.serialization.factories.JacksonFactory;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayOutputStream;

/** The serializer of Lambda's runtime, which functions without a serializer of their own use. */
public final class LambdaJson {
  private LambdaJson() {}

  /** Returns an event as Lambda reads it. */
  public static <E> E read(JsonElement event, Class<E> type) {
    return read(event.toString(), type);
  }

  /** Returns an event as Lambda reads it. */
  public static <E> E read(String event, Class<E> type) {
    return type.cast(serializer(type).fromJson(event));
  }

  /** Returns a response as Lambda writes it. */
  public static JsonObject written(Object response) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    serializer(response.getClass()).toJson(response, out);
    return JsonParser.parseString(out.toString(UTF_8)).getAsJsonObject();
  }

  /**
   * Returns the serializer of a type. Lambda's runtime has special rules for some events, but not
   * for Cognito's.
   */
  @SuppressWarnings("unchecked") // the caller casts to the type
  private static PojoSerializer<Object> serializer(Class<?> type) {
    return LambdaEventSerializers.isLambdaSupportedEvent(type.getName())
        ? (PojoSerializer<Object>)
            LambdaEventSerializers.serializerFor(type, LambdaJson.class.getClassLoader())
        : (PojoSerializer<Object>) JacksonFactory.getInstance().getSerializer(type);
  }
}
