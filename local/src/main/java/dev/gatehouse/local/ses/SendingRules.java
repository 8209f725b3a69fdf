package dev.gatehouse.local.ses;

import dev.gatehouse.local.plan.Plan;
import dev.gatehouse.local.plan.Resource;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Decides whether the account may send a mail: from whom, through which identity and set. */
record SendingRules(Identities identities, Set<String> configurationSets) {

  private static final String SET = "aws:ses/configurationSet:ConfigurationSet";

  static SendingRules of(Plan plan) {
    return new SendingRules(
        Identities.of(plan),
        plan.ofType(SET).stream().map(SendingRules::name).collect(Collectors.toSet()));
  }

  /** Throws what SES refuses the mail with; the ARNs name identities it is to go through. */
  void check(Mail mail, List<String> identityArns) {
    if (!identities.maySend(mail.source())) {
      throw notVerified(mail.source());
    }
    for (String arn : identityArns) {
      if (!identities.covers(arn, mail.source())) {
        throw notVerified(arn);
      }
    }
    String set = mail.handling().configurationSet();
    if (set != null && !configurationSets.contains(set)) {
      throw new QueryRefused(
          "ConfigurationSetDoesNotExist", "Configuration set <%s> does not exist.".formatted(set));
    }
  }

  private static String name(Resource resource) {
    return resource.output("name");
  }

  private static MessageRejected notVerified(String identity) {
    return new MessageRejected(
        "Email address is not verified. The following identities failed the check in region"
            + " US-EAST-1: "
            + identity);
  }
}
