package dev.gatehouse.local.cognito.operations;

import com.google.gson.JsonObject;
import dev.gatehouse.local.awsjson.AwsRequest;
import dev.gatehouse.local.awsjson.Operation;
import dev.gatehouse.local.awsjson.RequestShape;
import dev.gatehouse.local.cognito.protocol.CognitoErrors;
import dev.gatehouse.local.cognito.protocol.MemberConstraints;
import dev.gatehouse.local.cognito.signin.SoftwareTokenSetup;
import dev.gatehouse.local.cognito.tokens.AccessTokenVerifier;
import dev.gatehouse.local.cognito.tokens.AccessTokenVerifier.Bearer;
import java.util.Optional;

/** The operation that gives a user the secret of a software token. */
public record AssociateSoftwareToken(AccessTokenVerifier tokens, SoftwareTokenSetup setup)
    implements Operation {

  @Override
  public RequestShape shape() {
    return RequestShape.builder()
        .optional("AccessToken", MemberConstraints.TOKEN)
        .optional("Session", MemberConstraints.SESSION)
        .build();
  }

  @Override
  public JsonObject execute(AwsRequest request) {
    Optional<String> token = request.optional("AccessToken");
    if (token.isPresent()) {
      Bearer bearer = tokens.verify(token.get());
      return setup.associate(bearer.app(), bearer.user());
    }
    return setup.associate(requireSession(request));
  }

  static String requireSession(AwsRequest request) {
    return request
        .optional("Session")
        .orElseThrow(
            () -> CognitoErrors.invalidParameter("Either AccessToken or Session is required."));
  }
}
