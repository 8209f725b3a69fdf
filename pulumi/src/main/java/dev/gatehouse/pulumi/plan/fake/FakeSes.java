package dev.gatehouse.pulumi.plan.fake;

import static dev.gatehouse.pulumi.plan.fake.FakeIdentifiers.id;
import static dev.gatehouse.pulumi.plan.fake.FakeIdentifiers.physicalName;

import dev.gatehouse.pulumi.plan.engine.RegisteredResource;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The computed outputs of SES's resources. */
record FakeSes(FakeIdentifiers ids) {
  private static final String CONFIGURATION_SET = "aws:sesv2/configurationSet:ConfigurationSet";

  static boolean supports(String type) {
    return type.startsWith("aws:ses/") || type.equals(CONFIGURATION_SET);
  }

  Map<String, ?> outputs(RegisteredResource it) {
    return switch (it.type()) {
      case CONFIGURATION_SET ->
          Map.of(
              "id",
              it.input("configurationSetName"),
              "arn",
              ids.arn("ses", "configuration-set/" + it.input("configurationSetName")));
      case "aws:ses/domainDkim:DomainDkim" ->
          Map.of("id", it.input("domain"), "dkimTokens", tokens(it));
      case "aws:ses/domainIdentity:DomainIdentity" ->
          Map.of(
              "id", it.input("domain"), "arn", identity(it), "verificationToken", id(it.urn(), 44));
      case "aws:ses/domainIdentityVerification:DomainIdentityVerification" ->
          Map.of("id", it.input("domain"), "arn", identity(it));
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
