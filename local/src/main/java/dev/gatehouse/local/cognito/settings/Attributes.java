package dev.gatehouse.local.cognito.settings;

import com.google.gson.JsonArray;
import dev.gatehouse.local.cognito.wire.CognitoError;
import dev.gatehouse.local.cognito.wire.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Knows which attributes a pool's users may have and which they have to have. */
public record Attributes(Map<String, Attribute> byName) {
  /** What an address looks like before any rule about who may sign up. */
  private static final Pattern EMAIL = Pattern.compile("[^\\s@]+@[^\\s@]+\\.[^\\s@]+");

  private static final List<String> STANDARD =
      List.of(
          "sub",
          "name",
          "given_name",
          "family_name",
          "middle_name",
          "nickname",
          "preferred_username",
          "profile",
          "picture",
          "website",
          "email",
          "email_verified",
          "gender",
          "birthdate",
          "zoneinfo",
          "locale",
          "phone_number",
          "phone_number_verified",
          "address",
          "updated_at");

  /** Is one attribute: whether it is required and may change, how long its text may be. */
  record Attribute(boolean required, boolean mutable, int min, int max) {}

  static Attributes of(List<Declared> schema) {
    Map<String, Attribute> known = new LinkedHashMap<>();
    STANDARD.forEach(name -> known.put(name, new Attribute(false, !name.equals("sub"), 0, 2048)));
    for (Declared declared : schema) {
      String name = declared.text("Name").orElseThrow(() -> declared.refused("Name", "is missing"));
      known.put(
          STANDARD.contains(name) || name.startsWith("custom:") ? name : "custom:" + name,
          attribute(declared));
    }
    return new Attributes(known);
  }

  private static Attribute attribute(Declared declared) {
    declared.only("AttributeDataType", "String");
    Declared text = declared.object("StringAttributeConstraints");
    int min = text.whole("MinLength", 0, 0, 2048);
    int max = text.whole("MaxLength", 2048, 0, 2048);
    boolean mutable = declared.flag("Mutable", true);
    boolean required = declared.flag("Required", false);
    declared.refuseTheRest("is not there for attributes");
    return new Attribute(required, mutable, min, max);
  }

  /** Throws InvalidParameterException if these cannot be a user's attributes. */
  public void check(Map<String, String> attributes) {
    attributes.forEach(this::check);
    byName.forEach((name, attribute) -> {
      if (attribute.required() && !name.equals("sub") && !attributes.containsKey(name)) {
        throw nonconforming(name + ": The attribute is required");
      }
    });
  }

  /**
   * Throws InvalidParameterException if a user's attributes cannot become these; an empty value
   * takes an attribute away.
   */
  public void checkChanges(Map<String, String> changes) {
    changes.forEach((name, value) -> {
      Attribute attribute = known(name);
      if (!attribute.mutable()) {
        throw CognitoError.invalidParameter("user." + name + ": Attribute cannot be updated.");
      }
      if (!value.isEmpty()) {
        check(name, value);
      } else if (attribute.required()) {
        throw nonconforming(name + ": The attribute is required");
      }
    });
  }

  private Attribute known(String name) {
    Attribute attribute = byName.get(name);
    if (attribute == null) {
      throw nonconforming(name + ": Attribute does not exist in the schema.");
    }
    return attribute;
  }

  private void check(String name, String value) {
    Attribute attribute = known(name);
    if (name.equals("email") && !isEmail(value)) {
      throw CognitoError.invalidParameter("Invalid email address format.");
    }
    if (value.length() < attribute.min() || value.length() > attribute.max()) {
      String bounds = attribute.min() + " and " + attribute.max();
      throw nonconforming(name + ": String must have a length between " + bounds);
    }
  }

  /** Returns the attributes that a user has to have, less the one that the pool gives. */
  public List<String> required() {
    return byName.entrySet().stream()
        .filter(attribute -> attribute.getValue().required())
        .map(Map.Entry::getKey)
        .filter(name -> !name.equals("sub"))
        .toList();
  }

  /** Tells whether this looks like an e-mail address. */
  public static boolean isEmail(String text) {
    return EMAIL.matcher(text).matches();
  }

  /** Returns the attributes as DescribeUserPool lists them. */
  public JsonArray described() {
    JsonArray list = new JsonArray();
    byName.forEach((name, attribute) ->
        list.add(
            Json.object(
                "Name",
                name,
                "AttributeDataType",
                "String",
                "DeveloperOnlyAttribute",
                false,
                "Mutable",
                attribute.mutable(),
                "Required",
                attribute.required() || name.equals("sub"))));
    return list;
  }

  private static CognitoError nonconforming(String what) {
    return CognitoError.invalidParameter("Attributes did not conform to the schema: " + what);
  }
}
