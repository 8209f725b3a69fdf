package dev.gatehouse.local.iam.requests;

import java.util.List;
import java.util.Set;

/**
 * The actions of Cognito's operations. Those for app clients need none: Cognito's service model
 * says that they are not signed ({@code authtype: none}).
 */
final class CognitoActions {

  private static final Set<String> UNSIGNED =
      Set.of(
          "AssociateSoftwareToken",
          "ChangePassword",
          "CompleteWebAuthnRegistration",
          "ConfirmDevice",
          "ConfirmForgotPassword",
          "ConfirmSignUp",
          "DeleteUser",
          "DeleteUserAttributes",
          "DeleteWebAuthnCredential",
          "ForgetDevice",
          "ForgotPassword",
          "GetDevice",
          "GetTokensFromRefreshToken",
          "GetUser",
          "GetUserAttributeVerificationCode",
          "GetUserAuthFactors",
          "GlobalSignOut",
          "InitiateAuth",
          "ListDevices",
          "ListWebAuthnCredentials",
          "ResendConfirmationCode",
          "RespondToAuthChallenge",
          "RevokeToken",
          "SetUserMFAPreference",
          "SetUserSettings",
          "SignUp",
          "StartWebAuthnRegistration",
          "UpdateDeviceStatus",
          "UpdateUserAttributes",
          "VerifySoftwareToken",
          "VerifyUserAttribute");

  private CognitoActions() {}

  static List<AwsAction> of(String operation, RequestMembers request) {
    if (UNSIGNED.contains(operation)) {
      return List.of();
    }
    String resource =
        request
            .text("UserPoolId")
            .map(pool -> AwsAction.arnPrefix("cognito-idp") + "userpool/" + pool)
            .or(() -> request.text("ResourceArn"))
            .orElse("*");
    return List.of(new AwsAction("cognito-idp:" + operation, resource));
  }
}
