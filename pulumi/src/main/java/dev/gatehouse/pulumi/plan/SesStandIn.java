package dev.gatehouse.pulumi.plan;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Answers in place of SES. */
record SesStandIn(Arns arns) {
  Map<String, ?> computed(Declared it) {
    return switch (it.type()) {
      case "aws:ses/configurationSet:ConfigurationSet" ->
          Map.of(
              "id",
              it.physicalName(),
              "name",
              it.physicalName(),
              "arn",
              arns.arn("ses", "configuration-set/" + it.physicalName()));
      case "aws:ses/domainDkim:DomainDkim" ->
          Map.of("id", it.input("domain"), "dkimTokens", tokens(it));
      case "aws:ses/domainIdentity:DomainIdentity" ->
          Map.of(
              "id",
              it.input("domain"),
              "arn",
              identity(it),
              "verificationToken",
              Arns.id(it.urn(), 44));
      case "aws:ses/domainIdentityVerification:DomainIdentityVerification" ->
          Map.of("id", it.input("domain"), "arn", identity(it));
      case "aws:ses/eventDestination:EventDestination" ->
          Map.of("id", it.physicalName(), "name", it.physicalName());
      case "aws:ses/identityPolicy:IdentityPolicy" ->
          Map.of(
              "id",
              "%s|%s".formatted(it.input("identity"), it.physicalName()),
              "name",
              it.physicalName());
      case "aws:ses/mailFrom:MailFrom" -> Map.of("id", it.input("domain"));
      default -> throw StandIn.unknown(it);
    };
  }

  private String identity(Declared it) {
    return arns.arn("ses", "identity/" + it.input("domain"));
  }

  private static List<String> tokens(Declared it) {
    return Stream.of("1", "2", "3").map(number -> Arns.id(it.urn() + number, 32)).toList();
  }
}
