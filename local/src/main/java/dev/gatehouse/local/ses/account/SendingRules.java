package dev.gatehouse.local.ses.account;

import dev.gatehouse.local.awsquery.QueryError;
import dev.gatehouse.local.plan.Plan;
import dev.gatehouse.local.ses.mail.Mail;
import dev.gatehouse.local.ses.mail.MessageRejected;
import dev.gatehouse.local.state.StateStore;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The check that an account may use a sender and a configuration set.
 *
 * @param configurationSets the names of the configuration sets that exist
 */
public record SendingRules(Identities identities, Set<String> configurationSets) {

  /** The types of both of SES's APIs, with the output that has the name. */
  private static final Map<String, String> SETS =
      Map.of(
          "aws:ses/configurationSet:ConfigurationSet", "name",
          "aws:sesv2/configurationSet:ConfigurationSet", "configurationSetName");

  /** Returns the rules that the plan declares, with the identities that were verified before. */
  public static SendingRules of(Plan plan, StateStore state) {
    return new SendingRules(
        Identities.of(plan, state),
        SETS.entrySet().stream()
            .flatMap(set -> plan.ofType(set.getKey()).stream().map(it -> it.output(set.getValue())))
            .collect(Collectors.toSet()));
  }

  /**
   * Throws {@link MessageRejected} for a sender that is not verified or that one of these
   * identities does not cover, {@link QueryError} for an unknown configuration set.
   */
  void check(Mail mail, List<String> identityArns) {
    if (!identities.maySend(mail.source())) {
      throw notVerified(mail.source());
    }
    for (String arn : identityArns) {
      if (!identities.covers(arn, mail.source())) {
        throw notVerified(arn);
      }
    }
    String set = mail.options().configurationSet();
    if (set != null && !configurationSets.contains(set)) {
      throw new QueryError(
          "ConfigurationSetDoesNotExist", "Configuration set <%s> does not exist.".formatted(set));
    }
  }

  private static MessageRejected notVerified(String identity) {
    return new MessageRejected(
        "Email address is not verified. The following identities failed the check in region"
            + " US-EAST-1: "
            + identity);
  }
}
