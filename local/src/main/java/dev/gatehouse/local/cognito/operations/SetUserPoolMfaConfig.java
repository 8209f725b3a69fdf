package dev.gatehouse.local.cognito.operations;

import com.google.gson.JsonObject;
import dev.gatehouse.local.awsjson.AwsRequest;
import dev.gatehouse.local.awsjson.Constraint.Anything;
import dev.gatehouse.local.awsjson.Constraint.OneOf;
import dev.gatehouse.local.awsjson.Operation;
import dev.gatehouse.local.awsjson.RequestShape;
import dev.gatehouse.local.cognito.pools.UserPool;
import dev.gatehouse.local.cognito.pools.UserPools;
import dev.gatehouse.local.cognito.protocol.CognitoErrors;
import dev.gatehouse.local.cognito.protocol.MemberConstraints;
import dev.gatehouse.local.cognito.requests.PoolSettings;
import dev.gatehouse.local.kms.DataKeys;
import java.time.Clock;
import java.util.List;

/** The operation that turns multi-factor authentication of a user pool on and off. */
public record SetUserPoolMfaConfig(UserPools pools, DataKeys keys, Clock clock)
    implements Operation {
  private static final String MODE = "MfaConfiguration";
  private static final String TOKEN = "SoftwareTokenMfaConfiguration";
  private static final String EMAIL = "EmailMfaConfiguration";

  @Override
  public RequestShape shape() {
    return RequestShape.builder()
        .required("UserPoolId", MemberConstraints.USER_POOL_ID)
        .optional("SmsMfaConfiguration", new Anything())
        .optional(TOKEN, new Anything())
        .optional(EMAIL, new Anything())
        .optional(MODE, new OneOf(List.of("OFF", "ON", "OPTIONAL")))
        .optional("WebAuthnConfiguration", new Anything())
        .build();
  }

  @Override
  public JsonObject execute(AwsRequest request) {
    UserPool pool = pools.pool(request.text("UserPoolId"));
    for (String name : List.of("SmsMfaConfiguration", "WebAuthnConfiguration")) {
      if (request.find(name).isPresent()) {
        throw CognitoErrors.invalidParameter(name + " is not supported by the local emulator.");
      }
    }
    PoolSettings.apply(
        () -> pool.update(before -> declared(before, request), keys, clock.instant()));
    return GetUserPoolMfaConfig.json(pool);
  }

  private static JsonObject declared(JsonObject before, AwsRequest request) {
    JsonObject declared = before.deepCopy();
    request.optional(MODE).ifPresent(mode -> declared.addProperty(MODE, mode));
    boolean factors =
        request.structure(EMAIL).isPresent()
            || request.structure(TOKEN).filter(token -> token.flag("Enabled")).isPresent();
    boolean off = !declared.has(MODE) || declared.get(MODE).getAsString().equals("OFF");
    if (off && factors) {
      throw CognitoErrors.invalidParameter(
          "Invalid MFA configuration given, can't turn off MFA and configure an MFA together.");
    }
    if (off) {
      declared.remove(TOKEN);
      declared.remove(EMAIL);
      return declared;
    }
    request.structure(TOKEN).ifPresent(token -> declared.add(TOKEN, token.members()));
    request.structure(EMAIL).ifPresent(email -> declared.add(EMAIL, email.members()));
    if (!declared.has(EMAIL) && !isEnabled(declared)) {
      throw CognitoErrors.invalidParameter(
          "Invalid MFA configuration given, can't disable all MFAs with a required or optional"
              + " configuration.");
    }
    return declared;
  }

  private static boolean isEnabled(JsonObject declared) {
    return declared.get(TOKEN) instanceof JsonObject token && new AwsRequest(token).flag("Enabled");
  }
}
