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

  /** Is one attribute: its type, whether it is required, how long its text may be. */
  record Attribute(String type, boolean required, int min, int max) {}

  static Attributes of(List<Declared> schema) {
    Map<String, Attribute> known = new LinkedHashMap<>();
    STANDARD.forEach(name -> known.put(name, new Attribute("String", false, 0, 2048)));
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
    // Attributes are written once here, when the user is created.
    declared.noMeaningHere("Mutable");
    boolean required = declared.flag("Required", false);
    declared.refuseTheRest("is not there for attributes");
    return new Attribute("String", required, min, max);
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

  private void check(String name, String value) {
    Attribute attribute = byName.get(name);
    if (attribute == null) {
      throw nonconforming(name + ": Attribute does not exist in the schema.");
    }
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
                attribute.type(),
                "DeveloperOnlyAttribute",
                false,
                "Mutable",
                !name.equals("sub"),
                "Required",
                attribute.required() || name.equals("sub"))));
    return list;
  }

  private static CognitoError nonconforming(String what) {
    return CognitoError.invalidParameter("Attributes did not conform to the schema: " + what);
  }
}
