package dev.gatehouse.local.kms;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Is what one call of KMS says: its operation, and the members of its JSON. */
record Call(String operation, JsonObject members) {

  static Call of(String operation, String body) throws KmsError {
    try {
      JsonElement json = JsonParser.parseString(body.isEmpty() ? "{}" : body);
      if (json instanceof JsonObject members) {
        return new Call(operation, members);
      }
    } catch (JsonParseException e) {
      // Said below: what it held instead is of no use to anybody.
    }
    throw KmsError.notJson("The body is not a JSON object.");
  }

  /** Refuses every member that would be passed over; grants need no token where all is granted. */
  Call only(Set<String> known) throws KmsError {
    for (String member : members.keySet()) {
      boolean says = !members.get(member).isJsonNull() && !isFalse(members.get(member));
      if (says && !known.contains(member) && !member.equals("GrantTokens")) {
        throw KmsError.unsupported(operation, member);
      }
    }
    if (!optional("EncryptionAlgorithm").orElse("SYMMETRIC_DEFAULT").equals("SYMMETRIC_DEFAULT")) {
      throw KmsError.unsupported(operation, "an EncryptionAlgorithm but SYMMETRIC_DEFAULT");
    }
    return this;
  }

  Optional<String> optional(String member) throws KmsError {
    JsonElement value = members.get(member);
    if (value == null || value.isJsonNull()) {
      return Optional.empty();
    }
    if (value instanceof JsonPrimitive text) {
      return Optional.of(text.getAsString());
    }
    throw KmsError.notJson("Start of structure or map found where not expected.");
  }

  String text(String member) throws KmsError {
    return optional(member).orElseThrow(() -> missing(member));
  }

  /** Returns a member that holds so many bytes in Base64. */
  byte[] bytes(String member, int most) throws KmsError {
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(text(member));
    } catch (IllegalArgumentException e) {
      throw KmsError.notJson("%s is not in Base64.".formatted(member));
    }
    if (bytes.length == 0) {
      throw KmsError.broken(lower(member), "Member must have length greater than or equal to 1");
    }
    if (bytes.length > most) {
      throw KmsError.broken(lower(member), "Member must have length less than or equal to " + most);
    }
    return bytes;
  }

  Map<String, String> context() throws KmsError {
    Map<String, String> context = new LinkedHashMap<>();
    if (members.get("EncryptionContext") instanceof JsonObject object) {
      for (Map.Entry<String, JsonElement> pair : object.entrySet()) {
        if (!(pair.getValue() instanceof JsonPrimitive value)) {
          throw KmsError.notJson("EncryptionContext has to map texts to texts.");
        }
        context.put(pair.getKey(), value.getAsString());
      }
    }
    return context;
  }

  private static boolean isFalse(JsonElement value) {
    return value instanceof JsonPrimitive flag && flag.isBoolean() && !flag.getAsBoolean();
  }

  private static KmsError missing(String member) {
    return KmsError.broken(lower(member), "Member must not be null");
  }

  private static String lower(String member) {
    return Character.toLowerCase(member.charAt(0)) + member.substring(1);
  }
}
