package dev.gatehouse.local.cognito.settings;

import com.google.gson.JsonArray;
import dev.gatehouse.local.awsjson.AwsException;
import dev.gatehouse.local.awsjson.Json;
import dev.gatehouse.local.cognito.protocol.CognitoErrors;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The attributes of a user pool's users. */
public record AttributeSchema(Map<String, Attribute> byName) {
  /** Cognito's check of e-mail addresses, before any trigger. */
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

  /** The constraints on one attribute. */
  record Attribute(boolean required, boolean mutable, int min, int max) {}

  static AttributeSchema of(List<SettingsReader> schema) {
    Map<String, Attribute> known = new LinkedHashMap<>();
    STANDARD.forEach(name -> known.put(name, new Attribute(false, !name.equals("sub"), 0, 2048)));
    for (SettingsReader declared : schema) {
      String name = declared.text("Name").orElseThrow(() -> declared.error("Name", "is missing"));
      known.put(
          STANDARD.contains(name) || name.startsWith("custom:") ? name : "custom:" + name,
          attribute(declared));
    }
    return new AttributeSchema(known);
  }

  private static Attribute attribute(SettingsReader declared) {
    declared.allowOnly("AttributeDataType", "String");
    SettingsReader text = declared.object("StringAttributeConstraints");
    int min = text.integer("MinLength", 0, 0, 2048);
    int max = text.integer("MaxLength", 2048, 0, 2048);
    boolean mutable = declared.flag("Mutable", true);
    boolean required = declared.flag("Required", false);
    declared.rejectUnread("is not supported");
    return new Attribute(required, mutable, min, max);
  }

  /** Throws InvalidParameterException if a user cannot have one of these attributes. */
  public void checkValues(Map<String, String> attributes) {
    attributes.forEach(this::check);
  }

  /**
   * Throws InvalidParameterException if a new user cannot have these attributes, and only these.
   */
  public void check(Map<String, String> attributes) {
    checkValues(attributes);
    byName.forEach(
        (name, attribute) -> {
          if (attribute.required() && !name.equals("sub") && !attributes.containsKey(name)) {
            throw nonconforming(name + ": The attribute is required");
          }
        });
  }

  /**
   * Throws InvalidParameterException if an update is invalid; an empty value removes an attribute.
   */
  public void checkUpdates(Map<String, String> changes) {
    changes.forEach(
        (name, value) -> {
          Attribute attribute = known(name);
          if (!attribute.mutable()) {
            throw CognitoErrors.invalidParameter("user." + name + ": Attribute cannot be updated.");
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
      throw CognitoErrors.invalidParameter("Invalid email address format.");
    }
    if (value.length() < attribute.min() || value.length() > attribute.max()) {
      String bounds = attribute.min() + " and " + attribute.max();
      throw nonconforming(name + ": String must have a length between " + bounds);
    }
  }

  /** Returns the required attributes without sub, which the pool sets. */
  public List<String> required() {
    return byName.entrySet().stream()
        .filter(attribute -> attribute.getValue().required())
        .map(Map.Entry::getKey)
        .filter(name -> !name.equals("sub"))
        .toList();
  }

  /** Returns whether a text has the form of an e-mail address. */
  public static boolean isEmail(String text) {
    return EMAIL.matcher(text).matches();
  }

  /** Returns the attributes in the form of DescribeUserPool. */
  public JsonArray toJson() {
    JsonArray list = new JsonArray();
    byName.forEach(
        (name, attribute) ->
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

  private static AwsException nonconforming(String what) {
    return CognitoErrors.invalidParameter("Attributes did not conform to the schema: " + what);
  }
}
