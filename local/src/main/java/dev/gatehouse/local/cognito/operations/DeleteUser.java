package dev.gatehouse.local.cognito.operations;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import dev.gatehouse.local.awsjson.AwsRequest;
import dev.gatehouse.local.awsjson.Operation;
import dev.gatehouse.local.awsjson.RequestShape;
import dev.gatehouse.local.cognito.protocol.MemberConstraints;
import dev.gatehouse.local.cognito.tokens.AccessTokenVerifier;
import dev.gatehouse.local.cognito.tokens.AccessTokenVerifier.Bearer;

/** The operation that deletes the user of an access token. */
public record DeleteUser(AccessTokenVerifier tokens) implements Operation {

  @Override
  public RequestShape shape() {
    return RequestShape.builder().required("AccessToken", MemberConstraints.TOKEN).build();
  }

  @Override
  public JsonElement execute(AwsRequest request) {
    Bearer bearer = tokens.verify(request.text("AccessToken"));
    bearer.app().pool().remove(bearer.user());
    return JsonNull.INSTANCE;
  }
}
