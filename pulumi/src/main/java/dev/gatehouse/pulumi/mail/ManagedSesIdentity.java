package dev.gatehouse.pulumi.mail;

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
import dev.gatehouse.pulumi.domain.HostedZone;
import dev.gatehouse.pulumi.settings.StackConfig;
import java.util.Map;

/**
 * An SES identity for a domain of the hosted zone, with DKIM, a custom MAIL FROM domain and a
 * configuration set.
 */
final class ManagedSesIdentity extends ComponentResource {
  private static final String NAME = "ses-identity";

  /** SES has three keys per domain, so that it can rotate them. */
  private static final int DKIM_KEYS = 3;

  private final Output<String> arn;
  private final ConfigurationSet configurationSet;

  ManagedSesIdentity(StackConfig config, HostedZone zone) {
    super("gatehouse:aws:ManagedSesIdentity", NAME);
    String domain = config.sender().managedDomain();
    DomainIdentity identity =
        new DomainIdentity(NAME, DomainIdentityArgs.builder().domain(domain).build(), inside());
    this.arn = verifiedArn(domain, identity, zone);
    dkim(domain, identity, zone);
    mailFrom(domain, config.domain().region(), identity, zone);
    this.configurationSet =
        new ConfigurationSet(
            NAME,
            ConfigurationSetArgs.builder()
                .name(config.named("mail"))
                .reputationMetricsEnabled(true)
                .sendingEnabled(true)
                .build(),
            inside());
    SesEventDestinations.of(config, configurationSet, inside());
    registerOutputs(Map.of("arn", arn));
  }

  /** Returns the ARN of the identity, which resolves once SES has verified the domain. */
  Output<String> arn() {
    return arn;
  }

  Output<String> configurationSet() {
    return configurationSet.name();
  }

  private Output<String> verifiedArn(String domain, DomainIdentity identity, HostedZone zone) {
    Record record =
        zone.record(
            NAME + "-verification",
            "_amazonses." + domain,
            "TXT",
            identity.verificationToken(),
            inside());
    return new DomainIdentityVerification(
            NAME,
            DomainIdentityVerificationArgs.builder().domain(identity.domain()).build(),
            CustomResourceOptions.builder().parent(this).dependsOn(record).build())
        .arn();
  }

  private void dkim(String domain, DomainIdentity identity, HostedZone zone) {
    DomainDkim keys =
        new DomainDkim(NAME, DomainDkimArgs.builder().domain(identity.domain()).build(), inside());
    for (int i = 0; i < DKIM_KEYS; i++) {
      int key = i;
      Output<String> token = keys.dkimTokens().applyValue(tokens -> tokens.get(key));
      zone.validation(
          NAME + "-dkim-" + (i + 1),
          token.applyValue(it -> "%s._domainkey.%s".formatted(it, domain)),
          token.applyValue(it -> it + ".dkim.amazonses.com"),
          inside());
    }
  }

  /** Without a custom MAIL FROM domain, SPF passes for Amazon's domain only. */
  private void mailFrom(String domain, String region, DomainIdentity identity, HostedZone zone) {
    String mailFromDomain = "bounce." + domain;
    new MailFrom(
        NAME,
        MailFromArgs.builder()
            .domain(identity.domain())
            .mailFromDomain(mailFromDomain)
            .behaviorOnMxFailure("UseDefaultValue")
            .build(),
        inside());
    Output<String> server = Output.of("10 feedback-smtp.%s.amazonses.com".formatted(region));
    zone.record(NAME + "-mail-from-mx", mailFromDomain, "MX", server, inside());
    zone.record(
        NAME + "-mail-from-spf",
        mailFromDomain,
        "TXT",
        Output.of("v=spf1 include:amazonses.com ~all"),
        inside());
  }

  private CustomResourceOptions inside() {
    return CustomResourceOptions.builder().parent(this).build();
  }
}
