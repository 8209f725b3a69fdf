package dev.gatehouse.local.cognito.protocol;

import dev.gatehouse.local.awsjson.AwsRequest;
import java.util.LinkedHashMap;
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
                attributes.put(attribute.text("Name"), attribute.optional("Value").orElse("")));
    return attributes;
  }
}
