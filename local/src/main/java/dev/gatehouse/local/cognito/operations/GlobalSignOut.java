package dev.gatehouse.local.cognito.operations;

import com.google.gson.JsonObject;
import dev.gatehouse.local.awsjson.AwsRequest;
import dev.gatehouse.local.awsjson.Operation;
import dev.gatehouse.local.awsjson.RequestShape;
import dev.gatehouse.local.cognito.protocol.MemberConstraints;
import dev.gatehouse.local.cognito.tokens.AccessTokenVerifier;
import dev.gatehouse.local.cognito.tokens.AccessTokenVerifier.Bearer;

/** The operation that revokes all tokens of a user. API Gateway accepts them until they expire. */
public record GlobalSignOut(AccessTokenVerifier tokens) implements Operation {

  @Override
  public RequestShape shape() {
    return RequestShape.builder().required("AccessToken", MemberConstraints.TOKEN).build();
  }

  @Override
  public JsonObject execute(AwsRequest request) {
    Bearer bearer = tokens.verify(request.text("AccessToken"));
    bearer.app().pool().sessions().revokeAllOf(bearer.user().username());
    return new JsonObject();
  }
}
