package dev.gatehouse.pulumi.cognito;

import com.pulumi.aws.cognito.UserPool;
import com.pulumi.aws.cognito.UserPoolClient;
import com.pulumi.aws.cognito.UserPoolClientArgs;
import com.pulumi.aws.cognito.inputs.UserPoolClientTokenValidityUnitsArgs;
import com.pulumi.core.Output;
import dev.gatehouse.pulumi.data.DataProtection;
import dev.gatehouse.pulumi.settings.HostedUiSettings;
import dev.gatehouse.pulumi.settings.StackConfig;
import dev.gatehouse.pulumi.settings.UserPoolSettings;
import java.util.ArrayList;
import java.util.List;

/** The public app client of the pool, which the API and the hosted UI use. */
public record AppClient(UserPoolClient client) {
  private static final String NAME = "app-client";

  /** The attributes that users may change; the email address has its own setting. */
  private static final List<String> WRITABLE =
      List.of("family_name", "given_name", "locale", "name", "zoneinfo");

  static AppClient of(StackConfig config, UserPool pool) {
    UserPoolClientArgs.Builder args =
        UserPoolClientArgs.builder()
            .name(config.named(NAME))
            .userPoolId(pool.id())
            .generateSecret(false)
            .explicitAuthFlows(
                "ALLOW_REFRESH_TOKEN_AUTH", "ALLOW_USER_PASSWORD_AUTH", "ALLOW_USER_SRP_AUTH")
            .preventUserExistenceErrors("ENABLED")
            .enableTokenRevocation(true)
            .writeAttributes(writable(config.userPool()))
            .readAttributes(readable());
    tokens(args, config.userPool());
    if (config.hostedUi().isEnabled()) {
      hostedUi(args, config.hostedUi());
    }
    return new AppClient(new UserPoolClient(NAME, args.build(), DataProtection.of(config)));
  }

  Output<String> id() {
    return client.id();
  }

  private static void tokens(UserPoolClientArgs.Builder args, UserPoolSettings settings) {
    args.accessTokenValidity(settings.accessTokenMinutes())
        .idTokenValidity(settings.idTokenMinutes())
        .refreshTokenValidity(settings.refreshTokenDays())
        .tokenValidityUnits(
            UserPoolClientTokenValidityUnitsArgs.builder()
                .accessToken("minutes")
                .idToken("minutes")
                .refreshToken("days")
                .build());
  }

  private static void hostedUi(UserPoolClientArgs.Builder args, HostedUiSettings settings) {
    args.allowedOauthFlowsUserPoolClient(true)
        .allowedOauthFlows("code")
        // The API's authorizer requires the last scope.
        .allowedOauthScopes("openid", "email", "profile", "aws.cognito.signin.user.admin")
        .callbackUrls(settings.callbackUrls())
        .logoutUrls(settings.logoutUrls())
        .supportedIdentityProviders("COGNITO");
  }

  private static List<String> writable(UserPoolSettings settings) {
    return settings.writableEmail() ? with("email") : WRITABLE;
  }

  private static List<String> readable() {
    return with("email", "email_verified");
  }

  private static List<String> with(String... more) {
    List<String> all = new ArrayList<>(List.of(more));
    all.addAll(WRITABLE);
    return all;
  }
}
