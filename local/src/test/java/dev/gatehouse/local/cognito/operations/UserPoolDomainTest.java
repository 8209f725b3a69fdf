package dev.gatehouse.local.cognito.operations;

import static dev.gatehouse.local.cognito.TestCognito.PLAIN_POOL;
import static dev.gatehouse.local.cognito.TestCognito.POOL;
import static dev.gatehouse.local.cognito.TestCognito.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.gatehouse.local.cognito.TestCognito;
import dev.gatehouse.local.cognito.TestCognito.Reply;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Domains of user pools. */
class UserPoolDomainTest {
  private static final String CERTIFICATE =
      "arn:aws:acm:us-east-1:000000000000:certificate/1234abcd-12ab-34cd-56ef-1234567890ab";

  private final TestCognito cognito = new TestCognito();

  private Reply create(String poolId, String domain) {
    return cognito.call("CreateUserPoolDomain", json("UserPoolId", poolId, "Domain", domain));
  }

  private JsonObject described(String domain) {
    return cognito
        .call("DescribeUserPoolDomain", json("Domain", domain))
        .object("DomainDescription");
  }

  @Test
  void domainIsDescribedAndPersists() {
    assertThat(create(POOL, "orders").toString()).isEqualTo("200 {\"ManagedLoginVersion\":1}");
    cognito.restart();
    JsonObject description = described("orders");
    assertThat(description.get("UserPoolId").getAsString()).isEqualTo(POOL);
    assertThat(description.get("Status").getAsString()).isEqualTo("ACTIVE");
    assertThat(
            cognito
                .call("DescribeUserPool", json("UserPoolId", POOL))
                .object("UserPool")
                .get("Domain")
                .getAsString())
        .isEqualTo("orders");
  }

  @Test
  void unknownDomainIsDescribedAsEmpty() {
    assertThat(described("nobodys")).isEqualTo(new JsonObject());
  }

  @Test
  void domainBelongsToOnePoolAndPoolHasOne() {
    create(POOL, "orders");
    assertThat(create(PLAIN_POOL, "orders").message())
        .isEqualTo("Domain already associated with another user pool.");
    assertThat(create(POOL, "second").message())
        .isEqualTo("User pool already has a domain configured.");
    for (String word : List.of("aws", "amazon", "cognito")) {
      assertThat(create(PLAIN_POOL, "my-" + word).message())
          .isEqualTo("Domain cannot contain reserved word: " + word);
    }
  }

  @Test
  void customDomainHasItsCertificateAndDistribution() {
    JsonObject custom =
        json(
            "UserPoolId",
            POOL,
            "Domain",
            "login.example.com",
            "CustomDomainConfig",
            json("CertificateArn", CERTIFICATE));
    assertThat(cognito.call("CreateUserPoolDomain", custom).text("CloudFrontDomain"))
        .endsWith(".cloudfront.net");
    cognito.call(
        "UpdateUserPoolDomain",
        json("UserPoolId", POOL, "Domain", "login.example.com", "ManagedLoginVersion", 2));
    JsonObject description = described("login.example.com");
    assertThat(
            description.getAsJsonObject("CustomDomainConfig").get("CertificateArn").getAsString())
        .isEqualTo(CERTIFICATE);
    assertThat(description.get("ManagedLoginVersion").getAsInt()).isEqualTo(2);
  }

  @Test
  void poolIsDeletedAfterItsDomain() {
    create(PLAIN_POOL, "orders");
    JsonObject pool = json("UserPoolId", PLAIN_POOL);
    assertThat(cognito.call("DeleteUserPool", pool).message())
        .isEqualTo(
            "User pool cannot be deleted. It has a domain configured that should be deleted first.");
    JsonObject domain = json("UserPoolId", PLAIN_POOL, "Domain", "orders");
    assertThat(cognito.call("DeleteUserPoolDomain", domain).toString()).isEqualTo("200 {}");
    assertThat(cognito.call("DeleteUserPoolDomain", domain).message())
        .isEqualTo("No such domain or user pool exists.");
    assertThat(cognito.call("DeleteUserPool", pool).status()).isEqualTo(200);
  }
}
