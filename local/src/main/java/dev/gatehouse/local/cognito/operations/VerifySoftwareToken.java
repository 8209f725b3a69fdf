package dev.gatehouse.local.cognito.operations;

import com.google.gson.JsonObject;
import dev.gatehouse.local.awsjson.AwsRequest;
import dev.gatehouse.local.awsjson.Constraint.Text;
import dev.gatehouse.local.awsjson.Operation;
import dev.gatehouse.local.awsjson.RequestShape;
import dev.gatehouse.local.cognito.protocol.MemberConstraints;
import dev.gatehouse.local.cognito.signin.SoftwareTokenSetup;
import dev.gatehouse.local.cognito.tokens.AccessTokenVerifier;
import dev.gatehouse.local.cognito.tokens.AccessTokenVerifier.Bearer;
import java.util.Optional;
import java.util.regex.Pattern;

/** The operation that verifies a software token by its first code. */
public record VerifySoftwareToken(AccessTokenVerifier tokens, SoftwareTokenSetup setup)
    implements Operation {

  @Override
  public RequestShape shape() {
    return RequestShape.builder()
        .optional("AccessToken", MemberConstraints.TOKEN)
        .optional("Session", MemberConstraints.SESSION)
        .required("UserCode", new Text(6, 6, Pattern.compile("[0-9]+"), true))
        .optional("FriendlyDeviceName", new Text(0, 131_072, null, false))
        .build();
  }

  @Override
  public JsonObject execute(AwsRequest request) {
    String code = request.text("UserCode");
    Optional<String> token = request.optional("AccessToken");
    if (token.isPresent()) {
      Bearer bearer = tokens.verify(token.get());
      return setup.verify(bearer.app(), bearer.user(), code);
    }
    return setup.verify(AssociateSoftwareToken.requireSession(request), code);
  }
}
