package dev.gatehouse.local.cognito.requests;

import dev.gatehouse.local.awsjson.AwsRequest;
import dev.gatehouse.local.cognito.protocol.CognitoErrors;

/** Cognito's checks of the custom attributes that a request declares. */
public final class CustomAttributes {

  private CustomAttributes() {}

  /** Throws InvalidParameterException if there can be no such custom attribute. */
  public static void check(AwsRequest attribute) {
    if (attribute.flag("Required")) {
      throw CognitoErrors.invalidParameter(
          "Required custom attributes are not supported currently.");
    }
    if (attribute.optional("AttributeDataType").isEmpty()) {
      throw CognitoErrors.invalidParameter(
          "Invalid AttributeDataType input, consider using the provided AttributeDataType enum.");
    }
  }
}
