package dev.gatehouse.pulumi;

import com.pulumi.aws.cognito.UserPoolDomain;
import com.pulumi.aws.cognito.UserPoolDomainArgs;
import dev.gatehouse.pulumi.settings.StackConfig;

/** Is the name under which people find Cognito's own pages. */
final class HostedDomain {
  private HostedDomain() {}

  static void of(StackConfig config, SignUpPool pool) {
    if (config.hostedPages().isOn()) {
      new UserPoolDomain(
          "pages",
          UserPoolDomainArgs.builder()
              .domain(config.hostedPages().prefix())
              .userPoolId(pool.id())
              .build());
    }
  }
}
