package dev.gatehouse.local.cognito.settings;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.gatehouse.local.awsjson.AwsException;
import dev.gatehouse.local.awsjson.Json;
import dev.gatehouse.local.cognito.protocol.CognitoErrors;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The attributes of a user pool's users. */
public record AttributeSchema(Map<String, Attribute> byName) {
  /** Cognito's check of e-mail addresses, before any trigger. */
  private static final Pattern EMAIL = Pattern.compile("[^\\s@]+@[^\\s@]+\\.[^\\s@]+");

  /** The form that AWS documents: a plus sign, the country code, and nothing but digits (E.164). */
  private static final Pattern PHONE_NUMBER = Pattern.compile("\\+\\d{1,15}");

  /** The standard attributes, in the order in which DescribeUserPool returns them. */
  private static final Map<String, Attribute> STANDARD = standard();

  /** The constraints on one attribute. */
  public record Attribute(boolean required, boolean mutable, AttributeType type) {}

  static AttributeSchema of(List<SettingsReader> schema) {
    Map<String, Attribute> known = new LinkedHashMap<>(STANDARD);
    for (SettingsReader declared : schema) {
      String name = declared.text("Name").orElseThrow(() -> declared.error("Name", "is missing"));
      known.put(
          STANDARD.containsKey(name) || name.startsWith("custom:") ? name : "custom:" + name,
          attribute(declared, Optional.ofNullable(STANDARD.get(name))));
    }
    return new AttributeSchema(known);
  }

  /** Returns whether every pool has the attribute of this name. */
  public static boolean isStandard(String name) {
    return STANDARD.containsKey(name);
  }

  private static Map<String, Attribute> standard() {
    Map<String, Attribute> standard = new LinkedHashMap<>();
    AttributeType text = AttributeType.string(0, 2048);
    for (String name :
        List.of(
            "profile",
            "address",
            "birthdate",
            "gender",
            "preferred_username",
            "updated_at",
            "website",
            "picture",
            "sub",
            "phone_number",
            "phone_number_verified",
            "zoneinfo",
            "locale",
            "email",
            "email_verified",
            "given_name",
            "family_name",
            "middle_name",
            "name",
            "nickname")) {
      standard.put(name, new Attribute(false, true, text));
    }
    standard.put("birthdate", new Attribute(false, true, AttributeType.string(10, 10)));
    standard.put("updated_at", new Attribute(false, true, AttributeType.number(0)));
    standard.put("sub", new Attribute(true, false, AttributeType.string(1, 2048)));
    standard.put("email_verified", new Attribute(false, true, AttributeType.BOOLEAN));
    standard.put("phone_number_verified", new Attribute(false, true, AttributeType.BOOLEAN));
    return standard;
  }

  private static Attribute attribute(SettingsReader declared, Optional<Attribute> standard) {
    AttributeType type = AttributeType.of(declared, standard.map(Attribute::type));
    if (declared.flag("DeveloperOnlyAttribute", false)) {
      throw declared.error("DeveloperOnlyAttribute", "is not supported");
    }
    boolean mutable = declared.flag("Mutable", true);
    boolean required = declared.flag("Required", false);
    declared.rejectUnread("is not supported");
    return new Attribute(required, mutable, type);
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
    if (name.equals("phone_number") && !PHONE_NUMBER.matcher(value).matches()) {
      throw CognitoErrors.invalidParameter("Invalid phone number format.");
    }
    attribute
        .type()
        .violation(value)
        .ifPresent(
            violation -> {
              throw nonconforming(name + ": " + violation);
            });
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
        (name, attribute) -> {
          JsonObject json =
              Json.object(
                  "Name",
                  name,
                  "AttributeDataType",
                  attribute.type().name(),
                  "DeveloperOnlyAttribute",
                  false,
                  "Mutable",
                  attribute.mutable(),
                  "Required",
                  attribute.required());
          attribute.type().addConstraints(json);
          list.add(json);
        });
    return list;
  }

  private static AwsException nonconforming(String what) {
    return CognitoErrors.invalidParameter("Attributes did not conform to the schema: " + what);
  }
}
