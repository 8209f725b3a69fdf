package dev.gatehouse.lambda.json;

import com.amazonaws.services.lambda.runtime.CustomPojoSerializer;
import io.avaje.json.JsonException;
import io.avaje.jsonb.JsonType;
import io.avaje.jsonb.Jsonb;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;

/**
 * The serializer of events and responses, by adapters generated at compile time; Lambda's own
 * serializer, which inspects classes at every cold start, reads only what these adapters cannot.
 *
 * <p>Lambda finds it by its name in {@code META-INF/services}: see
 * https://docs.aws.amazon.com/lambda/latest/dg/java-custom-serialization.html. A type is known if
 * {@code @Json.Import} names it somewhere in the archive.
 */
public final class EventJson implements CustomPojoSerializer {
  private static final byte[] NOTHING = "null".getBytes(StandardCharsets.US_ASCII);

  // Lambda loads this class with a loader of its own, which alone knows the generated adapters.
  private static final Jsonb JSONB =
      Jsonb.builder().classLoader(EventJson.class.getClassLoader()).build();

  /** Returns the JSON adapters of this process, for JSON other than events. */
  public static Jsonb jsonb() {
    return JSONB;
  }

  @Override
  @SuppressWarnings("TypeParameterUnusedInFormals") // the interface is AWS's
  public <T> T fromJson(InputStream event, Type type) {
    try {
      return read(event.readAllBytes(), type);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  @SuppressWarnings("TypeParameterUnusedInFormals")
  public <T> T fromJson(String event, Type type) {
    return read(event.getBytes(StandardCharsets.UTF_8), type);
  }

  @SuppressWarnings({"TypeParameterUnusedInFormals", "unchecked"}) // both read the requested type
  private static <T> T read(byte[] event, Type type) {
    JsonType<T> json = JSONB.type(type);
    try {
      return json.fromJson(event);
    } catch (JsonException unread) {
      // avaje refuses text of more than 50,000 characters and a number in place of a text.
      return (T) LambdaSerializer.read(event, type);
    }
  }

  @Override
  public <T> void toJson(T response, OutputStream output, Type type) {
    try {
      if (response == null) {
        output.write(NOTHING);
      } else {
        JsonType<T> json = JSONB.type(type);
        json.toJson(response, output);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
