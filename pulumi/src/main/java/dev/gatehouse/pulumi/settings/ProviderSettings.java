package dev.gatehouse.pulumi.settings;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.pulumi.aws.ProviderArgs;
import com.pulumi.core.Output;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The stack's settings of the AWS provider, which Pulumi gives to the default provider only.
 *
 * @param settings by name, without the namespace {@code aws}
 */
public record ProviderSettings(Map<String, Setting> settings) {
  private static final String NAMESPACE = "aws:";

  static ProviderSettings of(SettingReader reader) {
    Map<String, Setting> settings = new TreeMap<>();
    for (String name : setters(ProviderArgs.Builder.class).keySet()) {
      Setting setting = reader.full(NAMESPACE + name, "%s%s".formatted(NAMESPACE, name));
      if (setting.isSet()) {
        settings.put(name, setting);
      }
    }
    return new ProviderSettings(settings);
  }

  /** Returns the arguments of another provider with the same settings in a region. */
  public ProviderArgs in(String region) {
    ProviderArgs.Builder args = ProviderArgs.builder();
    setters(ProviderArgs.Builder.class)
        .forEach(
            (name, setter) -> {
              Setting setting = settings.get(name);
              if (setting != null) {
                Output<?> value = Output.of(value(setting, argument(setter)));
                invoke(setter, args, setting.secret() ? value.asSecret() : value);
              }
            });
    return args.region(region).build();
  }

  private static Object value(Setting setting, Type type) {
    try {
      return type == String.class
          ? setting.value()
          : converted(JsonParser.parseString(setting.value()), type);
    } catch (JsonParseException | IllegalStateException e) {
      throw setting.invalid("what the AWS provider expects");
    }
  }

  /** Converts JSON to a type that the setters take: a value, a list, a map or nested arguments. */
  private static Object converted(JsonElement json, Type type) {
    if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
      List<Object> items = new ArrayList<>();
      json.getAsJsonArray()
          .forEach(item -> items.add(converted(item, list.getActualTypeArguments()[0])));
      return items;
    }
    if (type instanceof Class<?> nested && nested.getName().endsWith("Args")) {
      return arguments(json, nested);
    }
    return new Gson().fromJson(json, type);
  }

  private static Object arguments(JsonElement json, Class<?> type) {
    try {
      Object builder = type.getMethod("builder").invoke(null);
      Map<String, Method> setters = setters(builder.getClass());
      json.getAsJsonObject()
          .asMap()
          .forEach(
              (name, value) -> {
                Method setter = setters.get(name);
                if (setter != null) {
                  invoke(setter, builder, Output.of(converted(value, argument(setter))));
                }
              });
      return builder.getClass().getMethod("build").invoke(builder);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(type + " has no builder", e);
    }
  }

  /** Returns the setters of a builder that take an output, by name. */
  private static Map<String, Method> setters(Class<?> builder) {
    Map<String, Method> setters = new TreeMap<>();
    for (Method method : builder.getMethods()) {
      if (method.getParameterCount() == 1 && method.getParameterTypes()[0] == Output.class) {
        setters.put(method.getName(), method);
      }
    }
    return setters;
  }

  /** Returns the type inside the output that a setter takes. */
  private static Type argument(Method setter) {
    ParameterizedType output = (ParameterizedType) setter.getGenericParameterTypes()[0];
    return output.getActualTypeArguments()[0];
  }

  private static void invoke(Method setter, Object builder, Output<?> value) {
    try {
      setter.invoke(builder, value);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(setter + " does not take " + value, e);
    }
  }
}
