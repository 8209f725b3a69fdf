package dev.gatehouse.lambda.json;

import com.amazonaws.services.lambda.runtime.serialization.events.mixins.SQSEventMixin;
import com.amazonaws.services.lambda.runtime.serialization.factories.JacksonFactory;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Lambda's own serializer, with the rules of its runtime for the events that we take.
 *
 * <p>The runtime has such rules in {@code LambdaEventSerializers}, which also asks for Joda-Time, a
 * library that no archive has. Of our events, SQS's alone needs a rule: its JSON says {@code
 * Records}, which no bean property is called.
 */
final class LambdaSerializer {
  private static final String SQS_EVENT = "com.amazonaws.services.lambda.runtime.events.SQSEvent";
  private static final String SQS_MESSAGE = SQS_EVENT + "$SQSMessage";

  private LambdaSerializer() {}

  /**
   * Reads an event.
   *
   * @throws UncheckedIOException if it is not the JSON of such an event
   */
  static Object read(byte[] event, Type type) {
    return type instanceof Class<?> sqsEvent && sqsEvent.getName().equals(SQS_EVENT)
        ? readBatch(event, sqsEvent)
        : read(JacksonFactory.getInstance(), event, type);
  }

  private static Object read(JacksonFactory jackson, byte[] json, Type type) {
    return jackson.getSerializer(type).fromJson(new ByteArrayInputStream(json));
  }

  /** Reads a batch as the runtime does; if that fails, without the parts that cannot be read. */
  private static Object readBatch(byte[] event, Class<?> sqsEvent) {
    JacksonFactory jackson = JacksonFactory.getInstance().withMixin(sqsEvent, SQSEventMixin.class);
    Class<?> message = messageClass(sqsEvent);
    jackson = jackson.withMixin(message, SQSEventMixin.SQSMessageMixin.class);
    try {
      return read(jackson, event, sqsEvent);
    } catch (UncheckedIOException malformed) {
      return read(jackson, written(readable(jackson, event, message)), sqsEvent);
    }
  }

  private static Class<?> messageClass(Class<?> sqsEvent) {
    try {
      return Class.forName(SQS_MESSAGE, true, sqsEvent.getClassLoader());
    } catch (ClassNotFoundException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /**
   * Returns a batch in which each message that cannot be read is left with its id alone: the
   * function then reports it by that id, and Lambda delivers none of the others again.
   */
  private static Map<String, Object> readable(JacksonFactory jackson, byte[] event, Class<?> as) {
    List<Object> messages = new ArrayList<>();
    if (read(jackson, event, Object.class) instanceof Map<?, ?> batch
        && batch.get("Records") instanceof List<?> records) {
      for (Object message : records) {
        messages.add(isReadable(jackson, message, as) ? message : idOf(message));
      }
    }
    return Map.of("Records", messages);
  }

  private static boolean isReadable(JacksonFactory jackson, @Nullable Object message, Class<?> as) {
    try {
      return message != null && read(jackson, written(message), as) != null;
    } catch (UncheckedIOException malformed) {
      return false;
    }
  }

  private static Map<String, Object> idOf(@Nullable Object message) {
    return message instanceof Map<?, ?> fields && fields.get("messageId") instanceof String id
        ? Map.of("messageId", id)
        : Map.of();
  }

  private static byte[] written(Object value) {
    ByteArrayOutputStream json = new ByteArrayOutputStream();
    JacksonFactory.getInstance().getSerializer(Object.class).toJson(value, json);
    return json.toByteArray();
  }
}
