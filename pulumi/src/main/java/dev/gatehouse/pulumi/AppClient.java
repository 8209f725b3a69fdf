package dev.gatehouse.pulumi;

import com.pulumi.aws.cognito.UserPool;
import com.pulumi.aws.cognito.UserPoolClient;
import com.pulumi.aws.cognito.UserPoolClientArgs;
import com.pulumi.aws.cognito.inputs.UserPoolClientTokenValidityUnitsArgs;
import com.pulumi.core.Output;
import dev.gatehouse.pulumi.settings.Accounts;
import dev.gatehouse.pulumi.settings.HostedPages;
import dev.gatehouse.pulumi.settings.StackConfig;
import java.util.ArrayList;
import java.util.List;

/** Is the one client of the pool, public: the API and the hosted pages speak to Cognito as it. */
record AppClient(UserPoolClient client) {
  /** What people may say of themselves; their address has its own rules. */
  private static final List<String> WRITABLE =
      List.of("family_name", "given_name", "locale", "name", "zoneinfo");

  static AppClient of(StackConfig config, UserPool pool) {
    UserPoolClientArgs.Builder args =
        UserPoolClientArgs.builder()
            .name(config.named("api"))
            .userPoolId(pool.id())
            .generateSecret(false)
            .explicitAuthFlows(
                "ALLOW_REFRESH_TOKEN_AUTH", "ALLOW_USER_PASSWORD_AUTH", "ALLOW_USER_SRP_AUTH")
            .preventUserExistenceErrors("ENABLED")
            .enableTokenRevocation(true)
            .writeAttributes(writable(config.accounts()))
            .readAttributes(readable());
    tokens(args, config.accounts());
    if (config.hostedPages().isOn()) {
      pages(args, config.hostedPages());
    }
    return new AppClient(new UserPoolClient("api", args.build()));
  }

  Output<String> id() {
    return client.id();
  }

  private static void tokens(UserPoolClientArgs.Builder args, Accounts accounts) {
    args.accessTokenValidity(accounts.accessTokenMinutes())
        .idTokenValidity(accounts.idTokenMinutes())
        .refreshTokenValidity(accounts.refreshTokenDays())
        .tokenValidityUnits(
            UserPoolClientTokenValidityUnitsArgs.builder()
                .accessToken("minutes")
                .idToken("minutes")
                .refreshToken("days")
                .build());
  }

  private static void pages(UserPoolClientArgs.Builder args, HostedPages pages) {
    args.allowedOauthFlowsUserPoolClient(true)
        .allowedOauthFlows("code")
        // The last is what lets a token of these pages in at the API.
        .allowedOauthScopes("openid", "email", "profile", "aws.cognito.signin.user.admin")
        .callbackUrls(pages.callbackUrls())
        .logoutUrls(pages.logoutUrls())
        .supportedIdentityProviders("COGNITO");
  }

  private static List<String> writable(Accounts accounts) {
    return accounts.writableEmail() ? with("email") : WRITABLE;
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
