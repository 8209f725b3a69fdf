package dev.gatehouse.pulumi.rules;

import static dev.gatehouse.pulumi.plan.RecordedPlan.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.pulumi.rules.DeployerPermissions.Permitted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The policy for those who deploy a stack: derived from the resource types of all plans. {@code
 * -Ddeployer.policy=write} writes it anew.
 */
final class DeployerPolicyTest {
  private static final Path POLICY = Path.of("deployer-policy.json");
  private static final Path MONITORING_POLICY = Path.of("deployer-policy-monitoring.json");
  private static final Path OPTIONAL_POLICY = Path.of("deployer-policy-optional.json");
  private static final Path FIREWALL_POLICY = Path.of("deployer-policy-firewall.json");
  private static final DeployerPermissions PERMISSIONS = DeployerPermissions.read();

  /** The types of which nothing exists on AWS that could be deleted. */
  private static final Set<String> WITHOUT_DELETION =
      Set.of(
          "aws:acm/certificateValidation:CertificateValidation",
          "aws:apigateway/account:Account",
          "aws:apigateway/methodSettings:MethodSettings",
          "aws:route53/record:Record",
          "aws:ses/domainDkim:DomainDkim",
          "aws:ses/domainIdentityVerification:DomainIdentityVerification",
          "aws:ses/mailFrom:MailFrom");

  @BeforeAll
  static void writeThePolicy() throws IOException {
    if (System.getProperty("deployer.policy", "").equals("write")) {
      Files.writeString(POLICY, PERMISSIONS.policy());
      Files.writeString(MONITORING_POLICY, PERMISSIONS.monitoringPolicy());
      Files.writeString(OPTIONAL_POLICY, PERMISSIONS.optionalPolicy());
      Files.writeString(FIREWALL_POLICY, PERMISSIONS.firewallPolicy());
    }
  }

  @ParameterizedTest
  @MethodSource("dev.gatehouse.pulumi.rules.Variant#all")
  void everyResourceTypeHasItsActions(Variant variant) {
    Set<String> types =
        variant.resources().stream().map(it -> text(it, "type")).collect(Collectors.toSet());

    for (String type : types) {
      Set<String> purposes =
          PERMISSIONS.all().stream()
              .filter(it -> it.type().equals(type))
              .map(Permitted::purpose)
              .collect(Collectors.toSet());
      assertThat(purposes).as(type).contains("read").containsAnyOf("create", "update", "read");
      if (!WITHOUT_DELETION.contains(type)) {
        assertThat(purposes).as(type).contains("create", "delete");
      }
    }
  }

  @Test
  void everyTypeInTheTableIsInAPlan() {
    Set<String> planned =
        Variant.all()
            .flatMap(variant -> variant.resources().stream())
            .map(it -> text(it, "type"))
            .collect(Collectors.toSet());

    assertThat(PERMISSIONS.all())
        .extracting(Permitted::type)
        // A lookup is not in the plan, and neither is the provider.
        .filteredOn(type -> !type.contains("/get") && !type.equals("aws:provider"))
        .isSubsetOf(planned);
  }

  @Test
  void everyActionExistsInIamAndHasASource() {
    Set<String> known = IamData.read().actions().keySet();

    assertThat(known).containsAll(PERMISSIONS.actions());
    assertThat(PERMISSIONS.all())
        .allSatisfy(
            it -> {
              assertThat(it.source()).as(it.type()).matches("(TF:.+\\.go|AWS:.+, .+)");
              assertThat(it.purpose()).isIn("create", "read", "update", "delete", "tag", "pass");
            });
  }

  @Test
  void policyIsThatOfTheTable() {
    assertThat(POLICY).hasContent(PERMISSIONS.policy());
    assertThat(MONITORING_POLICY).hasContent(PERMISSIONS.monitoringPolicy());
    assertThat(OPTIONAL_POLICY).hasContent(PERMISSIONS.optionalPolicy());
    assertThat(FIREWALL_POLICY).hasContent(PERMISSIONS.firewallPolicy());
  }

  @Test
  void policyFitsIntoAManagedPolicy() throws IOException {
    // IAM counts the characters without white space.
    for (Path policy : List.of(POLICY, MONITORING_POLICY, OPTIONAL_POLICY, FIREWALL_POLICY)) {
      assertThat(Files.readString(policy).replaceAll("\\s", "")).hasSizeLessThanOrEqualTo(6_144);
    }
  }
}
