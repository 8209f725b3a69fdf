package dev.gatehouse.local.cognito.operations;

import com.google.gson.JsonObject;
import dev.gatehouse.local.awsjson.AwsRequest;
import dev.gatehouse.local.awsjson.Constraint.ListOf;
import dev.gatehouse.local.awsjson.Operation;
import dev.gatehouse.local.awsjson.RequestShape;
import dev.gatehouse.local.cognito.protocol.CognitoErrors;
import dev.gatehouse.local.cognito.protocol.MemberConstraints;
import dev.gatehouse.local.cognito.requests.AttributeUpdates;
import dev.gatehouse.local.cognito.tokens.AccessTokenVerifier;
import dev.gatehouse.local.cognito.tokens.AccessTokenVerifier.Bearer;
import dev.gatehouse.local.cognito.triggers.CallerContext;
import java.util.LinkedHashMap;
import java.util.Map;

/** The operation that deletes attributes of an access token's user. */
public record DeleteUserAttributes(AccessTokenVerifier tokens, AttributeUpdates updates)
    implements Operation {

  @Override
  public RequestShape shape() {
    return RequestShape.builder()
        .required("AccessToken", MemberConstraints.TOKEN)
        .required("UserAttributeNames", new ListOf(MemberConstraints.ATTRIBUTE_NAME))
        .build();
  }

  @Override
  public JsonObject execute(AwsRequest request) {
    Bearer bearer = tokens.verify(request.text("AccessToken"));
    Map<String, String> removals = new LinkedHashMap<>();
    request.texts("UserAttributeNames").forEach(name -> removals.put(name, ""));
    if (!removals.keySet().stream().allMatch(bearer.app().settings()::canWrite)) {
      throw CognitoErrors.unwritableAttribute();
    }
    CallerContext caller = new CallerContext(bearer.app().id(), Map.of());
    updates.apply(bearer.app().pool(), bearer.user(), removals, caller);
    return new JsonObject();
  }
}
