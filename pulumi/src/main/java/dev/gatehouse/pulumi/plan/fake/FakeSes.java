package dev.gatehouse.pulumi.plan.fake;

import static dev.gatehouse.pulumi.plan.fake.FakeIdentifiers.id;
import static dev.gatehouse.pulumi.plan.fake.FakeIdentifiers.physicalName;

import dev.gatehouse.pulumi.plan.engine.RegisteredResource;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The computed outputs of SES's resources. */
record FakeSes(FakeIdentifiers ids) {
  Map<String, ?> outputs(RegisteredResource it) {
    return switch (it.type()) {
      case "aws:ses/configurationSet:ConfigurationSet" ->
          Map.of(
              "id",
              physicalName(it),
              "name",
              physicalName(it),
              "arn",
              ids.arn("ses", "configuration-set/" + physicalName(it)));
      case "aws:ses/domainDkim:DomainDkim" ->
          Map.of("id", it.input("domain"), "dkimTokens", tokens(it));
      case "aws:ses/domainIdentity:DomainIdentity" ->
          Map.of(
              "id", it.input("domain"), "arn", identity(it), "verificationToken", id(it.urn(), 44));
      case "aws:ses/domainIdentityVerification:DomainIdentityVerification" ->
          Map.of("id", it.input("domain"), "arn", identity(it));
      case "aws:ses/eventDestination:EventDestination" ->
          Map.of("id", physicalName(it), "name", physicalName(it));
      case "aws:ses/identityPolicy:IdentityPolicy" ->
          Map.of(
              "id",
              "%s|%s".formatted(it.input("identity"), physicalName(it)),
              "name",
              physicalName(it));
      case "aws:ses/mailFrom:MailFrom" -> Map.of("id", it.input("domain"));
      default -> throw FakeProvider.unsupported(it);
    };
  }

  private String identity(RegisteredResource it) {
    return ids.arn("ses", "identity/" + it.input("domain"));
  }

  private static List<String> tokens(RegisteredResource it) {
    return Stream.of("1", "2", "3").map(number -> id(it.urn() + number, 32)).toList();
  }
}
