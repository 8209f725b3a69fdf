package dev.gatehouse.local.cognito.protocol;

import dev.gatehouse.local.awsjson.AwsRequest;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** A member of Cognito's AttributeType list: {@code Name} and {@code Value} pairs. */
public final class AttributeList {

  private AttributeList() {}

  /** Returns the list as a map in the order sent; a missing Value is empty. */
  public static Map<String, String> of(AwsRequest request, String member) {
    Map<String, String> attributes = new LinkedHashMap<>();
    request
        .structures(member)
        .forEach(
            attribute ->
                put(attributes, attribute.text("Name"), attribute.optional("Value").orElse("")));
    return attributes;
  }

  /** Adds an attribute. Clients in Python send {@code str(True)}, which is true for AWS too. */
  private static void put(Map<String, String> attributes, String name, String value) {
    boolean flag = name.endsWith("_verified");
    attributes.put(name, flag ? value.toLowerCase(Locale.ROOT) : value);
  }
}
