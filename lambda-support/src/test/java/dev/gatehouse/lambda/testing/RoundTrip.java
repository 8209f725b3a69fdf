package dev.gatehouse.lambda.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.gatehouse.lambda.json.EventJson;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The way of an event through the serializer, a handler and the serializer again. */
public final class RoundTrip {
  private static final EventJson JSON = new EventJson();

  private RoundTrip() {}

  /** Returns the response of a handler, called with the types of its interface as by Lambda. */
  public static <I, O> JsonObject through(RequestHandler<I, O> handler, JsonObject event) {
    Type[] types = types(handler.getClass());
    @SuppressWarnings("unchecked") // the types are those of the handler itself
    I read = (I) read(event, types[0]);
    return written(handler.handleRequest(read, new AnyContext("request-1")), types[1]);
  }

  /** Returns an event as a handler of this type receives it. */
  public static <E> E read(JsonElement event, Class<E> type) {
    return type.cast(read(event, (Type) type));
  }

  private static Object read(JsonElement event, Type type) {
    return JSON.fromJson(new ByteArrayInputStream(event.toString().getBytes(UTF_8)), type);
  }

  /** Returns a response as a handler of this type sends it. */
  public static JsonObject written(Object response, Type type) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    JSON.toJson(response, out, type);
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
   * Returns the paths of the fields that differ or are in one of the two only; a null field counts
   * as absent.
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
