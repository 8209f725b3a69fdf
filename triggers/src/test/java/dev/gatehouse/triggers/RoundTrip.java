package dev.gatehouse.triggers;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.gatehouse.functions.EventJson;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Takes an event through the reader of events, a handler and the writer of answers. */
public final class RoundTrip {
  private static final EventJson JSON = new EventJson();

  private RoundTrip() {}

  /** Calls the handler as Lambda does: by the types that its interface names. */
  public static <I, O> JsonObject through(RequestHandler<I, O> handler, JsonObject event) {
    Type[] types = types(handler.getClass());
    @SuppressWarnings("unchecked") // the types are those of the handler itself
    I read = (I) read(event, types[0]);
    return written(handler.handleRequest(read, new AnyContext("request-1")), types[1]);
  }

  /** Reads an event as Lambda would for a handler that takes this type. */
  public static <E> E read(JsonObject event, Class<E> type) {
    return type.cast(read(event, (Type) type));
  }

  private static Object read(JsonObject event, Type type) {
    return JSON.fromJson(new ByteArrayInputStream(event.toString().getBytes(UTF_8)), type);
  }

  /** Writes an answer as Lambda would for a handler that gives this type. */
  public static JsonObject written(Object answer, Type type) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    JSON.toJson(answer, out, type);
    return JsonParser.parseString(out.toString(UTF_8)).getAsJsonObject();
  }

  private static Type[] types(Class<?> handler) {
    return Arrays.stream(handler.getGenericInterfaces())
        .filter(
            type -> type instanceof ParameterizedType p && p.getRawType() == RequestHandler.class)
        .map(type -> ((ParameterizedType) type).getActualTypeArguments())
        .findFirst()
        .orElseThrow();
  }

  /**
   * Names each field that is in one and not in the other, or differs; a field that is null counts
   * as one that is not there.
   */
  public static Set<String> differences(JsonElement sent, JsonElement back) {
    Set<String> paths = new TreeSet<>();
    compare("", sent, back, paths);
    return paths;
  }

  private static void compare(
      String path, @Nullable JsonElement sent, @Nullable JsonElement back, Set<String> paths) {
    if (sent instanceof JsonObject left && back instanceof JsonObject right) {
      Set<String> names = new TreeSet<>(left.keySet());
      names.addAll(right.keySet());
      names.forEach(name -> compare(path + "/" + name, left.get(name), right.get(name), paths));
    } else if (!isSame(sent, back)) {
      paths.add(path);
    }
  }

  private static boolean isSame(@Nullable JsonElement sent, @Nullable JsonElement back) {
    return orNull(sent).equals(orNull(back));
  }

  private static JsonElement orNull(@Nullable JsonElement element) {
    return element == null ? JsonNull.INSTANCE : element;
  }
}
