package dev.gatehouse.pulumi.mail;

import com.pulumi.aws.route53.Record;
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
import com.pulumi.resources.Resource;
import dev.gatehouse.pulumi.domain.HostedZone;
import dev.gatehouse.pulumi.settings.SenderSettings;
import dev.gatehouse.pulumi.settings.StackConfig;
import java.util.Map;

/** An SES identity for a domain of the hosted zone, with DKIM and a custom MAIL FROM domain. */
final class ManagedSesIdentity extends ComponentResource {
  private static final String NAME = "ses-identity";

  /** SES has three keys per domain, so that it can rotate them. */
  private static final int DKIM_KEYS = 3;

  private final Output<String> arn;

  ManagedSesIdentity(StackConfig config, HostedZone zone) {
    super("gatehouse:aws:ManagedSesIdentity", NAME);
    String domain = config.sender().managedDomain();
    SesRecords records = new SesRecords(config);
    DomainIdentity identity =
        new DomainIdentity(
            NAME,
            DomainIdentityArgs.builder().domain(domain).build(),
            // SES would let two stacks have one identity, and either destroy it.
            inside(owner(records, zone)));
    this.arn = verifiedArn(identity, dkim(domain, identity, zone));
    mailFrom(records, identity, zone);
    dmarc(config, records, zone);
    registerOutputs(Map.of("arn", arn));
  }

  /** Returns the ARN of the identity, which resolves once SES has verified the domain. */
  Output<String> arn() {
    return arn;
  }

  private Record owner(SesRecords records, HostedZone zone) {
    return zone.record(
        NAME + "-owner", records.ownerName(), "TXT", Output.of(records.owner()), inside());
  }

  /** The records of DKIM prove the domain; no other stack or region has the same. */
  private Output<String> verifiedArn(DomainIdentity identity, Resource[] dkim) {
    return new DomainIdentityVerification(
            NAME,
            DomainIdentityVerificationArgs.builder().domain(identity.domain()).build(),
            inside(dkim))
        .arn();
  }

  private Resource[] dkim(String domain, DomainIdentity identity, HostedZone zone) {
    DomainDkim keys =
        new DomainDkim(NAME, DomainDkimArgs.builder().domain(identity.domain()).build(), inside());
    Resource[] records = new Resource[DKIM_KEYS];
    for (int i = 0; i < DKIM_KEYS; i++) {
      int key = i;
      Output<String> token = keys.dkimTokens().applyValue(tokens -> tokens.get(key));
      records[i] =
          zone.validation(
              NAME + "-dkim-" + (i + 1),
              token.applyValue(it -> "%s._domainkey.%s".formatted(it, domain)),
              token.applyValue(it -> it + ".dkim.amazonses.com"),
              inside());
    }
    return records;
  }

  /** Without a custom MAIL FROM domain, SPF passes for Amazon's domain only. */
  private void mailFrom(SesRecords records, DomainIdentity identity, HostedZone zone) {
    String name = records.mailFromDomain();
    new MailFrom(
        NAME,
        MailFromArgs.builder()
            .domain(identity.domain())
            .mailFromDomain(name)
            .behaviorOnMxFailure("UseDefaultValue")
            .build(),
        inside());
    zone.record(NAME + "-mail-from-mx", name, "MX", Output.of(records.mailFromServer()), inside());
    zone.record(
        NAME + "-mail-from-spf",
        name,
        "TXT",
        Output.of("v=spf1 include:amazonses.com ~all"),
        inside());
  }

  private void dmarc(StackConfig config, SesRecords records, HostedZone zone) {
    if (!config.sender().dmarcPolicy().equals(SenderSettings.NO_DMARC)) {
      zone.sharedRecord(
          NAME + "-dmarc", records.dmarcName(), "TXT", Output.of(records.dmarc()), inside());
    }
  }

  private CustomResourceOptions inside(Resource... after) {
    return CustomResourceOptions.builder().parent(this).dependsOn(after).build();
  }
}
