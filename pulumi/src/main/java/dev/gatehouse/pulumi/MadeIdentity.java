package dev.gatehouse.pulumi;

import com.pulumi.aws.route53.Record;
import com.pulumi.aws.ses.ConfigurationSet;
import com.pulumi.aws.ses.ConfigurationSetArgs;
import com.pulumi.aws.ses.DomainDkim;
import com.pulumi.aws.ses.DomainDkimArgs;
import com.pulumi.aws.ses.DomainIdentity;
import com.pulumi.aws.ses.DomainIdentityArgs;
import com.pulumi.aws.ses.DomainIdentityVerification;
import com.pulumi.aws.ses.DomainIdentityVerificationArgs;
import com.pulumi.aws.ses.MailFrom;
import com.pulumi.aws.ses.MailFromArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.CustomResourceOptions;
import dev.gatehouse.pulumi.settings.StackConfig;
import java.util.Map;

/**
 * Is a domain of the zone that SES sends as: proved, signed with DKIM, with a MAIL FROM domain of
 * its own below it, and a configuration set that counts what comes back.
 */
final class MadeIdentity extends ComponentResource {
  private static final String NAME = "mail";

  /** SES gives each domain that many keys, so that it can change them one by one. */
  private static final int DKIM_KEYS = 3;

  private final Output<String> arn;
  private final ConfigurationSet configurationSet;

  MadeIdentity(StackConfig config, Zone zone) {
    super("gatehouse:aws:MadeIdentity", NAME);
    String domain = config.sender().madeDomain();
    DomainIdentity identity =
        new DomainIdentity(NAME, DomainIdentityArgs.builder().domain(domain).build(), inside());
    this.arn = proved(domain, identity, zone);
    signed(domain, identity, zone);
    bounced(domain, config.domain().region(), identity, zone);
    this.configurationSet =
        new ConfigurationSet(
            NAME,
            ConfigurationSetArgs.builder()
                .name(config.named(NAME))
                .reputationMetricsEnabled(true)
                .sendingEnabled(true)
                .build(),
            inside());
    MailEvents.of(config, configurationSet, inside());
    registerOutputs(Map.of("arn", arn));
  }

  /** Returns the ARN of the identity, known once SES has found its proof. */
  Output<String> arn() {
    return arn;
  }

  Output<String> configurationSet() {
    return configurationSet.name();
  }

  private Output<String> proved(String domain, DomainIdentity identity, Zone zone) {
    Record proof =
        zone.text(
            "mail-proof", "_amazonses." + domain, "TXT", identity.verificationToken(), inside());
    return new DomainIdentityVerification(
            NAME,
            DomainIdentityVerificationArgs.builder().domain(identity.domain()).build(),
            CustomResourceOptions.builder().parent(this).dependsOn(proof).build())
        .arn();
  }

  private void signed(String domain, DomainIdentity identity, Zone zone) {
    DomainDkim keys =
        new DomainDkim(NAME, DomainDkimArgs.builder().domain(identity.domain()).build(), inside());
    for (int i = 0; i < DKIM_KEYS; i++) {
      int key = i;
      Output<String> token = keys.dkimTokens().applyValue(tokens -> tokens.get(key));
      zone.proof(
          "mail-dkim-" + (i + 1),
          token.applyValue(it -> "%s._domainkey.%s".formatted(it, domain)),
          token.applyValue(it -> it + ".dkim.amazonses.com"),
          inside());
    }
  }

  /** Without a MAIL FROM domain of one's own, SPF passes for Amazon's domain and not for ours. */
  private void bounced(String domain, String region, DomainIdentity identity, Zone zone) {
    String bounces = "bounce." + domain;
    new MailFrom(
        NAME,
        MailFromArgs.builder()
            .domain(identity.domain())
            .mailFromDomain(bounces)
            .behaviorOnMxFailure("UseDefaultValue")
            .build(),
        inside());
    Output<String> server = Output.of("10 feedback-smtp.%s.amazonses.com".formatted(region));
    zone.text("mail-from-mx", bounces, "MX", server, inside());
    zone.text(
        "mail-from-spf", bounces, "TXT", Output.of("v=spf1 include:amazonses.com ~all"), inside());
  }

  private CustomResourceOptions inside() {
    return CustomResourceOptions.builder().parent(this).build();
  }
}
