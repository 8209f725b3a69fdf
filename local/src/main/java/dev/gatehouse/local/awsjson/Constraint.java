package dev.gatehouse.local.awsjson;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The constraint on one member of a request. */
public sealed interface Constraint {

  /** Adds the violations of this value; throws SerializationException if its type is wrong. */
  void check(String path, JsonElement value, Violations violations);

  /** Returns whether messages must not repeat the value. */
  default boolean sensitive() {
    return false;
  }

  /** A string of limited length that matches the pattern, if there is one. */
  record Text(int min, int max, @Nullable Pattern pattern, boolean sensitive)
      implements Constraint {
    @Override
    public void check(String path, JsonElement value, Violations violations) {
      check(path, JsonTypes.string(value), violations);
    }

    /** Adds the violations of this text. */
    public void check(String path, String text, Violations violations) {
      int length = text.codePointCount(0, text.length());
      if (length < min) {
        String least = "Member must have length greater than or equal to " + min;
        violations.add(path, text, sensitive, least);
      }
      if (length > max) {
        String most = "Member must have length less than or equal to " + max;
        violations.add(path, text, sensitive, most);
      } else if (pattern != null && !pattern.matcher(text).matches()) {
        String form = "Member must satisfy regular expression pattern: " + pattern.pattern();
        violations.add(path, text, sensitive, form);
      }
    }
  }

  /** Bytes of limited length, in Base64; messages never repeat them. */
  record Blob(int min, int max) implements Constraint {
    @Override
    public void check(String path, JsonElement value, Violations violations) {
      int length = AwsRequest.decode(path, value).length;
      if (length < min) {
        String least = "Member must have length greater than or equal to " + min;
        violations.add(path, "", true, least);
      }
      if (length > max) {
        String most = "Member must have length less than or equal to " + max;
        violations.add(path, "", true, most);
      }
    }

    @Override
    public boolean sensitive() {
      return true;
    }
  }

  /** One value of an enumeration. */
  record OneOf(List<String> values) implements Constraint {
    @Override
    public void check(String path, JsonElement value, Violations violations) {
      String text = JsonTypes.string(value);
      if (!values.contains(text)) {
        String choice = "Member must satisfy enum value set: " + values;
        violations.add(path, text, false, choice);
      }
    }
  }

  /** A whole number within bounds. */
  record Whole(int min, int max) implements Constraint {
    @Override
    public void check(String path, JsonElement value, Violations violations) {
      int number = JsonTypes.integer(value);
      if (number < min) {
        String least = "Member must have value greater than or equal to " + min;
        violations.add(path, Integer.toString(number), false, least);
      }
      if (number > max) {
        String most = "Member must have value less than or equal to " + max;
        violations.add(path, Integer.toString(number), false, most);
      }
    }
  }

  /** True or false. */
  record Flag() implements Constraint {
    @Override
    public void check(String path, JsonElement value, Violations violations) {
      JsonTypes.bool(value);
    }
  }

  /** A list, each element under the same constraint. */
  record ListOf(Constraint element) implements Constraint {
    @Override
    public void check(String path, JsonElement value, Violations violations) {
      JsonArray array = JsonTypes.list(path, value);
      for (int i = 0; i < array.size(); i++) {
        element.check(path + "." + (i + 1) + ".member", array.get(i), violations);
      }
    }
  }

  /** A map from strings to strings; an entry without a value, JSON null, is as good as missing. */
  record TextMap(boolean sensitive) implements Constraint {
    @Override
    public void check(String path, JsonElement value, Violations violations) {
      JsonTypes.structure(path, value).asMap().values().stream()
          .filter(entry -> !entry.isJsonNull())
          .forEach(JsonTypes::string);
    }
  }

  /** Any JSON value; the operation checks it itself. */
  record Anything() implements Constraint {
    @Override
    public void check(String path, JsonElement value, Violations violations) {
      // Every value satisfies it.
    }
  }

  /** A structure of named members, some of which are required. */
  record Structure(Map<String, Constraint> members, List<String> required) implements Constraint {
    @Override
    public void check(String path, JsonElement value, Violations violations) {
      JsonObject object = JsonTypes.structure(path, value);
      String prefix = path.isEmpty() ? "" : path + ".";
      members.forEach(
          (name, constraint) -> {
            JsonElement member = object.get(name);
            String at = prefix + JsonTypes.path(name);
            if (member != null && !member.isJsonNull()) {
              constraint.check(at, member, violations);
            } else if (required.contains(name)) {
              violations.addMissing(at, constraint.sensitive());
            }
          });
    }
  }
}
