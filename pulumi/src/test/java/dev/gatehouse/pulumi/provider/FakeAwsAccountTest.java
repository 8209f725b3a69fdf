package dev.gatehouse.pulumi.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import org.junit.jupiter.api.Test;

final class FakeAwsAccountTest {
  private static final String ROLE = "aws:iam/role:Role";
  private static final String POLICY = "aws:iam/rolePolicy:RolePolicy";
  private static final String TABLE = "aws:dynamodb/table:Table";

  private final FakeAwsAccount account = new FakeAwsAccount();

  @Test
  void nameExistsOnce() {
    create(ROLE, "us-east-1", "name", "api");

    assertThatThrownBy(() -> create(ROLE, "eu-west-1", "name", "api"))
        .hasMessage("EntityAlreadyExists: Role with this name already exists: api");
  }

  @Test
  void nameOfARegionalResourceExistsOncePerRegion() {
    create(TABLE, "us-east-1", "name", "users");

    assertThatCode(() -> create(TABLE, "eu-west-1", "name", "users")).doesNotThrowAnyException();
    assertThatThrownBy(() -> create(TABLE, "us-east-1", "name", "users"))
        .hasMessageStartingWith("ResourceInUseException");
  }

  @Test
  void protectedResourceIsNotDeleted() {
    ResourceId table = create(TABLE, "us-east-1", "deletionProtectionEnabled", "true");

    assertThatThrownBy(() -> account.delete(table, urn(TABLE)))
        .hasMessageContaining("deletionProtectionEnabled=true");
  }

  @Test
  void usedResourceIsDeletedAfterItsUser() {
    ResourceId role = create(ROLE, "us-east-1", "name", "api");
    ResourceId policy = create(POLICY, "us-east-1", "role", role.id());

    assertThatThrownBy(() -> account.delete(role, urn(ROLE))).hasMessageContaining("uses it");
    account.delete(policy, urn(POLICY));
    account.delete(role, urn(ROLE));

    assertThat(account.size()).isZero();
  }

  @Test
  void poolHasOneDomainOfAKind() {
    String type = "aws:cognito/userPoolDomain:UserPoolDomain";
    domain(type, "one", "");
    domain(type, "auth.gatehouse.test", "arn:aws:acm:us-east-1:000000000000:certificate/1");

    assertThatThrownBy(() -> domain(type, "two", ""))
        .hasMessageStartingWith("InvalidParameterException: User pool already has a domain");
  }

  @Test
  void failureEndsWithRecovery() {
    account.fail(ROLE, "it");

    assertThatThrownBy(() -> create(ROLE, "us-east-1", "name", "api"))
        .hasMessageStartingWith("InternalFailure");
    account.recover();

    assertThat(create(ROLE, "us-east-1", "name", "api")).isNotNull();
  }

  private ResourceId create(String type, String region, String property, String value) {
    JsonObject properties = new JsonObject();
    properties.addProperty(property, value);
    ResourceId key = ResourceId.of(type, region, value);
    account.create(new ExistingResource(key, urn(type), 1, properties));
    return key;
  }

  private void domain(String type, String domain, String certificate) {
    JsonObject properties = new JsonObject();
    properties.addProperty("domain", domain);
    properties.addProperty("userPoolId", "us-east-1_1");
    if (!certificate.isEmpty()) {
      properties.addProperty("certificateArn", certificate);
    }
    ResourceId key = ResourceId.of(type, "us-east-1", domain);
    account.create(new ExistingResource(key, urn(type), 1, properties));
  }

  private static String urn(String type) {
    return "urn:pulumi:s::p::" + type + "::it";
  }
}
