package dev.gatehouse.local.cognito.operations;

import com.google.gson.JsonObject;
import dev.gatehouse.local.awsjson.AwsRequest;
import dev.gatehouse.local.awsjson.Json;
import dev.gatehouse.local.awsjson.Operation;
import dev.gatehouse.local.awsjson.RequestShape;
import dev.gatehouse.local.cognito.protocol.MemberConstraints;
import dev.gatehouse.local.cognito.requests.ResponseJson;
import dev.gatehouse.local.cognito.tokens.AccessTokenVerifier;
import dev.gatehouse.local.cognito.tokens.AccessTokenVerifier.Bearer;

/** The operation that returns the user of an access token. */
public record GetUser(AccessTokenVerifier tokens) implements Operation {

  @Override
  public RequestShape shape() {
    return RequestShape.builder().required("AccessToken", MemberConstraints.TOKEN).build();
  }

  @Override
  public JsonObject execute(AwsRequest request) {
    Bearer bearer = tokens.verify(request.text("AccessToken"));
    JsonObject user =
        Json.object(
            "Username", bearer.user().username(),
            "UserAttributes",
                ResponseJson.attributes(bearer.user(), bearer.app().settings()::canRead));
    ResponseJson.addMfa(user, bearer.user());
    return user;
  }
}
