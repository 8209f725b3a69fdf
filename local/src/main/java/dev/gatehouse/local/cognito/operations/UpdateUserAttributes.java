package dev.gatehouse.local.cognito.operations;

import com.google.gson.JsonObject;
import dev.gatehouse.local.awsjson.AwsRequest;
import dev.gatehouse.local.awsjson.Json;
import dev.gatehouse.local.awsjson.Operation;
import dev.gatehouse.local.awsjson.RequestShape;
import dev.gatehouse.local.cognito.protocol.AttributeList;
import dev.gatehouse.local.cognito.protocol.CognitoErrors;
import dev.gatehouse.local.cognito.protocol.MemberConstraints;
import dev.gatehouse.local.cognito.requests.AttributeUpdates;
import dev.gatehouse.local.cognito.tokens.AccessTokenVerifier;
import dev.gatehouse.local.cognito.tokens.AccessTokenVerifier.Bearer;
import dev.gatehouse.local.cognito.triggers.CallerContext;
import java.util.Map;

/** The operation that updates the attributes that the app client may write. */
public record UpdateUserAttributes(AccessTokenVerifier tokens, AttributeUpdates updates)
    implements Operation {

  @Override
  public RequestShape shape() {
    return RequestShape.builder()
        .required("AccessToken", MemberConstraints.TOKEN)
        .required("UserAttributes", MemberConstraints.ATTRIBUTE_LIST)
        .optional("ClientMetadata", MemberConstraints.CLIENT_METADATA)
        .build();
  }

  @Override
  public JsonObject execute(AwsRequest request) {
    Bearer bearer = tokens.verify(request.text("AccessToken"));
    Map<String, String> wanted = AttributeList.of(request, "UserAttributes");
    if (!wanted.keySet().stream().allMatch(bearer.app().settings()::canWrite)) {
      throw CognitoErrors.unwritableAttribute();
    }
    CallerContext caller = new CallerContext(bearer.app().id(), request.map("ClientMetadata"));
    return Json.object(
        "CodeDeliveryDetailsList",
        updates.apply(bearer.app().pool(), bearer.user(), wanted, caller));
  }
}
