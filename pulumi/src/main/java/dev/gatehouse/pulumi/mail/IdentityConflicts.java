package dev.gatehouse.pulumi.mail;

import com.pulumi.aws.AwsFunctions;
import dev.gatehouse.pulumi.settings.SenderSettings;
import dev.gatehouse.pulumi.settings.SettingInvalid;
import dev.gatehouse.pulumi.settings.StackConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Checks, before anything is declared, what only AWS knows about the identity of the mails: its
 * account, and the records that others have made for its domain.
 */
public final class IdentityConflicts {
  private final SesRecords expected;
  private final SenderSettings sender;
  private final Map<String, List<String>> existing;

  /**
   * Creates the checks.
   *
   * @param existing the values of records by name and type
   */
  IdentityConflicts(SesRecords expected, Map<String, List<String>> existing) {
    this.expected = expected;
    this.sender = expected.config().sender();
    this.existing = existing;
  }

  /**
   * Looks up the account, or the records of the hosted zone.
   *
   * @throws SettingInvalid if the stack cannot have the identity
   */
  public static void refuse(StackConfig config) {
    SenderSettings sender = config.sender();
    if (sender.isManaged()) {
      new IdentityConflicts(new SesRecords(config), records(config)).refuse();
    } else if (sender.identityPolicy()) {
      refuseOtherAccount(sender.identityArn(), account());
    }
  }

  static void refuseOtherAccount(String identityArn, String account) {
    String owner = identityArn.split(":", 6)[4];
    if (!owner.equals(account)) {
      throw new SettingInvalid(
          "gatehouse:sesIdentityPolicy is true, but must be false, since the identity is in account"
              + " %s and the stack in %s: pulumi config set sesIdentityPolicy false"
                  .formatted(owner, account));
    }
  }

  void refuse() {
    List<String> conflicts = new ArrayList<>();
    owner().ifPresent(conflicts::add);
    mailFrom().ifPresent(conflicts::add);
    dmarc().ifPresent(conflicts::add);
    if (!conflicts.isEmpty()) {
      throw new SettingInvalid(String.join("\n", conflicts));
    }
  }

  private Optional<String> owner() {
    String own = expected.config().prefix();
    return values(expected.ownerName(), "TXT")
        .map(IdentityConflicts::stack)
        .filter(stack -> !stack.equals(own))
        .findFirst()
        .map(
            stack ->
                "gatehouse:sesDomain is %1$s, but its identity belongs to the stack %2$s, whose"
                        .formatted(sender.managedDomain(), stack)
                    + " destroy would take it: pulumi config rm sesDomain, then pulumi config set"
                    + " emailAddressArn arn:aws:ses:%s:123456789012:identity/%s"
                        .formatted(expected.region(), sender.managedDomain()));
  }

  private Optional<String> mailFrom() {
    return values(expected.mailFromDomain(), "MX")
        .filter(server -> !server.equals(expected.mailFromServer()))
        .findFirst()
        .map(
            server ->
                "gatehouse:sesMailFrom is %1$s, but the MX of %2$s is %3$s: pulumi config set sesMailFrom %1$s-%4$s"
                    .formatted(
                        sender.mailFrom(), expected.mailFromDomain(), server, expected.region()));
  }

  private Optional<String> dmarc() {
    List<String> ours = SenderSettings.DMARC_POLICIES.stream().map(SesRecords::dmarc).toList();
    boolean exists = values(expected.dmarcName(), "TXT").findAny().isPresent();
    boolean foreign = values(expected.dmarcName(), "TXT").anyMatch(it -> !ours.contains(it));
    return !sender.dmarcPolicy().equals(SenderSettings.NO_DMARC)
            && (foreign || (exists && isOfAnotherRegion()))
        ? Optional.of(
            "gatehouse:sesDmarc is %s, but %s has a record already: pulumi config set sesDmarc %s"
                .formatted(sender.dmarcPolicy(), expected.dmarcName(), SenderSettings.NO_DMARC))
        : Optional.empty();
  }

  /** Returns whether the stack of another region has the DMARC record of the domain. */
  private boolean isOfAnotherRegion() {
    return existing.entrySet().stream()
        .filter(it -> it.getKey().startsWith("_gatehouse-"))
        .filter(it -> !it.getKey().startsWith(expected.ownerName()))
        .flatMap(it -> it.getValue().stream())
        .anyMatch(owner -> !owner.endsWith("dmarc=" + SenderSettings.NO_DMARC));
  }

  private Stream<String> values(String name, String type) {
    return existing.getOrDefault(name + " " + type, List.of()).stream();
  }

  private static String stack(String owner) {
    return owner.replaceAll("^stack=|;.*", "");
  }

  private static Map<String, List<String>> records(StackConfig config) {
    SesRecords names = new SesRecords(config);
    return ExistingRecords.of(
        config.domain().hostedZone(),
        List.of(
            names.ownerNames(),
            names.mailFromDomain().replace(".", "\\."),
            names.dmarcName().replace(".", "\\.")));
  }

  private static String account() {
    return AwsFunctions.getCallerIdentityPlain().join().accountId();
  }
}
