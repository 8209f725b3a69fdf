package dev.gatehouse.dynamodb.expression.legacy;

import dev.gatehouse.dynamodb.error.DynamoDbException;
import dev.gatehouse.dynamodb.expression.Projection;
import dev.gatehouse.dynamodb.expression.text.LegacyTexts;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The parameter AttributesToGet. */
public final class AttributesToGet {

  private AttributesToGet() {}

  /** Returns the projection of the parameter; throws if an attribute is named twice. */
  public static Projection read(List<String> attributes) {
    Set<String> seen = new HashSet<>();
    for (String attribute : attributes) {
      if (!seen.add(attribute)) {
        throw DynamoDbException.ofRequest(LegacyTexts.duplicateAttribute(attribute));
      }
    }
    return Projection.onAttributes(attributes);
  }
}
