package dev.gatehouse.local.cognito.settings;

import com.google.gson.JsonObject;
import dev.gatehouse.local.awsjson.Json;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The data type of an attribute with its constraints.
 *
 * @param name the type as Cognito names it
 * @param min the least length or value, null for none
 * @param max the greatest length or value, null for none
 */
record AttributeType(String name, @Nullable BigDecimal min, @Nullable BigDecimal max) {
  static final AttributeType BOOLEAN = new AttributeType("Boolean", null, null);
  private static final String STRING = "String";
  private static final String NUMBER = "Number";
  private static final String DATE_TIME = "DateTime";
  private static final int LONGEST = 2048;

  static AttributeType string(int min, int max) {
    return new AttributeType(STRING, BigDecimal.valueOf(min), BigDecimal.valueOf(max));
  }

  static AttributeType number(int min) {
    return new AttributeType(NUMBER, BigDecimal.valueOf(min), null);
  }

  /** Reads the type of a SchemaAttributeType; the default is that of a standard attribute. */
  static AttributeType of(SettingsReader declared, Optional<AttributeType> standard) {
    String name =
        declared
            .text("AttributeDataType")
            .filter(text -> !text.isEmpty())
            .orElse(standard.map(AttributeType::name).orElse(STRING));
    declared.allowOnly("AttributeDataType", STRING, NUMBER, "Boolean", DATE_TIME);
    if (standard.isPresent() && !standard.get().name().equals(name)) {
      throw declared.error("AttributeDataType", "has to be " + standard.get().name());
    }
    SettingsReader text = declared.object("StringAttributeConstraints");
    SettingsReader number = declared.object("NumberAttributeConstraints");
    AttributeType type =
        switch (name) {
          case STRING -> string(text, standard.orElse(string(0, LONGEST)));
          case NUMBER ->
              new AttributeType(NUMBER, value(number, "MinValue"), value(number, "MaxValue"));
          default -> new AttributeType(name, null, null);
        };
    if (type.min != null && type.max != null && type.min.compareTo(type.max) > 0) {
      throw declared.error(name + "AttributeConstraints", "has a maximum below its minimum");
    }
    text.rejectUnread("is not supported");
    number.rejectUnread("is not supported");
    return type;
  }

  private static AttributeType string(SettingsReader text, AttributeType standard) {
    int min = standard.min() == null ? 0 : standard.min().intValue();
    int max = standard.max() == null ? LONGEST : standard.max().intValue();
    return string(
        text.integer("MinLength", min, 0, LONGEST), text.integer("MaxLength", max, 0, LONGEST));
  }

  private static @Nullable BigDecimal value(SettingsReader constraints, String key) {
    String text = constraints.text(key).orElse("");
    try {
      return text.isEmpty() ? null : new BigDecimal(text);
    } catch (NumberFormatException e) {
      throw constraints.error(key, "has to be a number");
    }
  }

  /** Returns what is wrong with a value, or an empty Optional if it conforms. */
  Optional<String> violation(String value) {
    return switch (name) {
      case STRING ->
          isBetween(BigDecimal.valueOf(value.codePointCount(0, value.length())))
              ? Optional.empty()
              : Optional.of("String must have a length between " + min + " and " + max);
      case NUMBER -> number(value);
      case DATE_TIME ->
          isDateTime(value) ? Optional.empty() : Optional.of("Value is not a DateTime");
      default ->
          value.equalsIgnoreCase("true") || value.equalsIgnoreCase("false")
              ? Optional.empty()
              : Optional.of("Value is not a Boolean");
    };
  }

  private Optional<String> number(String value) {
    try {
      return isBetween(new BigDecimal(value))
          ? Optional.empty()
          : Optional.of("Number is not within its bounds");
    } catch (NumberFormatException e) {
      return Optional.of("Value is not a Number");
    }
  }

  private boolean isBetween(BigDecimal size) {
    return (min == null || size.compareTo(min) >= 0) && (max == null || size.compareTo(max) <= 0);
  }

  private static boolean isDateTime(String value) {
    if (value.matches("\\d{1,12}")) {
      return true;
    }
    try {
      Instant.parse(value);
      return true;
    } catch (DateTimeParseException e) {
      return false;
    }
  }

  /** Adds the constraints in the form of DescribeUserPool. */
  void addConstraints(JsonObject attribute) {
    if (name.equals(STRING)) {
      attribute.add("StringAttributeConstraints", bounds("MinLength", "MaxLength"));
    } else if (name.equals(NUMBER)) {
      attribute.add("NumberAttributeConstraints", bounds("MinValue", "MaxValue"));
    }
  }

  private JsonObject bounds(String least, String most) {
    JsonObject bounds = Json.object();
    if (min != null) {
      bounds.addProperty(least, min.toPlainString());
    }
    if (max != null) {
      bounds.addProperty(most, max.toPlainString());
    }
    return bounds;
  }
}
