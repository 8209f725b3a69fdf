package dev.gatehouse.local.cognito.mfa;

import dev.gatehouse.local.awsjson.AwsRequest;
import dev.gatehouse.local.awsjson.Constraint;
import dev.gatehouse.local.awsjson.Constraint.Structure;
import dev.gatehouse.local.awsjson.RequestShape;
import dev.gatehouse.local.cognito.pools.PoolUser;
import dev.gatehouse.local.cognito.pools.UserMfa;
import dev.gatehouse.local.cognito.pools.UserPool;
import dev.gatehouse.local.cognito.protocol.CognitoErrors;
import dev.gatehouse.local.cognito.protocol.MemberConstraints;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The factors that a request turns on and off for a user. */
public final class MfaPreferences {
  private static final Constraint SETTINGS =
      new Structure(
          Map.of("Enabled", MemberConstraints.FLAG, "PreferredMfa", MemberConstraints.FLAG),
          List.of());
  private static final String SMS = "SMSMfaSettings";
  private static final String SOFTWARE_TOKEN = "SoftwareTokenMfaSettings";
  private static final String EMAIL = "EmailMfaSettings";

  private MfaPreferences() {}

  /** Adds the members of the request. */
  public static RequestShape.Builder members(RequestShape.Builder shape) {
    return shape
        .optional(SMS, SETTINGS)
        .optional(SOFTWARE_TOKEN, SETTINGS)
        .optional(EMAIL, SETTINGS);
  }

  /** Sets the factors of a user; throws InvalidParameterException for one that cannot be used. */
  public static void apply(UserPool pool, PoolUser user, AwsRequest request) {
    Optional<AwsRequest> token = request.structure(SOFTWARE_TOKEN);
    Optional<AwsRequest> email = request.structure(EMAIL);
    if (request.structure(SMS).filter(MfaPreferences::isOn).isPresent()) {
      throw CognitoErrors.invalidParameter(
          "SMSMfaSettings is not supported by the local emulator, which sends no SMS.");
    }
    if (isPreferred(token) && isPreferred(email)) {
      throw CognitoErrors.invalidParameter("Only one MFA method can be preferred.");
    }
    token.filter(MfaPreferences::isOn).ifPresent(on -> requireSoftwareToken(user));
    email.filter(MfaPreferences::isOn).ifPresent(on -> requireEmail(pool, user));
    pool.users()
        .update(
            user.username(),
            now ->
                now.with(
                    prefer(
                        prefer(now.mfa(), UserMfa.SOFTWARE_TOKEN, token), UserMfa.EMAIL, email)));
  }

  private static UserMfa prefer(UserMfa mfa, String factor, Optional<AwsRequest> settings) {
    return settings
        .map(given -> mfa.prefer(factor, isOn(given), given.flag("PreferredMfa")))
        .orElse(mfa);
  }

  private static void requireSoftwareToken(PoolUser user) {
    if (user.mfa().secret() == null) {
      throw CognitoErrors.invalidParameter("User has not verified software token mfa");
    }
  }

  private static void requireEmail(UserPool pool, PoolUser user) {
    if (pool.settings().mfa().email().isEmpty() || !user.emailVerified()) {
      throw CognitoErrors.invalidParameter(
          "User does not have delivery config set to turn on EMAIL_OTP");
    }
  }

  private static boolean isOn(AwsRequest settings) {
    return settings.flag("Enabled");
  }

  private static boolean isPreferred(Optional<AwsRequest> settings) {
    return settings.filter(given -> given.flag("PreferredMfa")).isPresent();
  }
}
