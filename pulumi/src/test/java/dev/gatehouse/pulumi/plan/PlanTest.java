package dev.gatehouse.pulumi.plan;

import static dev.gatehouse.pulumi.plan.Recorded.PLAN;
import static dev.gatehouse.pulumi.plan.Recorded.input;
import static dev.gatehouse.pulumi.plan.Recorded.inputs;
import static dev.gatehouse.pulumi.plan.Recorded.output;
import static dev.gatehouse.pulumi.plan.Recorded.text;
import static dev.gatehouse.pulumi.plan.Recorded.texts;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.policybuilder.iam.IamAction;
import software.amazon.awssdk.policybuilder.iam.IamPolicyReader;
import software.amazon.awssdk.policybuilder.iam.IamResource;
import software.amazon.awssdk.policybuilder.iam.IamStatement;

/** What must stay true of the account, whatever else changes in it. */
final class PlanTest {
  private static final String POOL = "aws:cognito/userPool:UserPool";
  private static final String TABLE = "aws:dynamodb/table:Table";
  private static final String ALIAS = "aws:lambda/alias:Alias";
  private static final String FUNCTION = "aws:lambda/function:Function";
  private static final String PERMISSION = "aws:lambda/permission:Permission";
  private static final List<String> TRIGGERS =
      List.of("pre-sign-up", "custom-message", "post-confirmation");

  @Test
  void everythingComesAfterWhatItNeeds() {
    Set<String> seen = new HashSet<>(Set.of(""));

    for (JsonObject resource : PLAN.resources()) {
      assertThat(seen)
          .as(text(resource, "urn"))
          .contains(text(resource, "parent"))
          .containsAll(texts(resource, "dependencies"));
      assertThat(seen.add(text(resource, "urn"))).isTrue();
    }
  }

  @Test
  void dependenciesAreSortedUrns() {
    assertThat(PLAN.resources())
        .allSatisfy(it -> assertThat(texts(it, "dependencies")).isSorted().doesNotHaveDuplicates());
  }

  @Test
  void nothingWasLostOnTheWay() {
    assertThat(PLAN.text()).doesNotContain("null").doesNotContain("Output").doesNotContain("E+");
  }

  @Test
  void outputsHoldAllInputs() {
    assertThat(PLAN.resources())
        .filteredOn(it -> text(it, "type").startsWith("aws:"))
        .allSatisfy(it ->
            assertThat(it.getAsJsonObject("outputs").entrySet())
                .containsAll(inputs(it).entrySet()));
  }

  @ParameterizedTest
  @CsvSource({
    "pre-sign-up,       dev.gatehouse.triggers.presignup.PreSignUpHandler,                triggers,"
        + " 4",
    "custom-message,    dev.gatehouse.triggers.custommessage.CustomMessageHandler,        triggers,"
        + " 4",
    "post-confirmation, dev.gatehouse.triggers.postconfirmation.PostConfirmationHandler,  triggers,"
        + " 4",
    "api,               dev.gatehouse.api.ApiHandler,                                     api,    "
        + " 15"
  })
  void functionIsWhatTheArchiveHolds(String name, String handler, String room, int seconds) {
    JsonObject function = PLAN.function(name);

    assertThat(input(function, "name")).isEqualTo("gatehouse-local-" + name);
    assertThat(input(function, "handler")).isEqualTo(handler);
    assertThat(input(function, "code"))
        .isEqualTo("%s/target/gatehouse-%s.zip".formatted(room, room));
    assertThat(inputs(function).get("timeout").getAsInt()).isEqualTo(seconds);
  }

  @Test
  void functionsKnowWhatTheyNeedAndNoMore() {
    JsonObject client = PLAN.only("aws:cognito/userPoolClient:UserPoolClient");
    String table = output(PLAN.only(TABLE), "name");

    assertThat(PLAN.variables("pre-sign-up").entrySet()).isEmpty();
    assertThat(PLAN.variables("custom-message").toString())
        .isEqualTo("{\"PRODUCT_NAME\":\"Gatehouse\"}");
    assertThat(PLAN.variables("post-confirmation").toString())
        .isEqualTo("{\"USERS_TABLE\":\"%s\"}".formatted(table));
    assertThat(PLAN.variables("api").toString())
        .isEqualTo(
            "{\"COGNITO_CLIENT_ID\":\"%s\",\"USERS_TABLE\":\"%s\"}"
                .formatted(output(client, "id"), table));
  }

  @Test
  void functionsAreTracedAndStartFromAPublishedSnapshot() {
    assertThat(PLAN.ofType(FUNCTION))
        .hasSize(4)
        .allSatisfy(it -> {
          assertThat(inputs(it).get("publish").getAsBoolean()).isTrue();
          assertThat(text(inputs(it).getAsJsonObject("snapStart"), "applyOn"))
              .isEqualTo("PublishedVersions");
          assertThat(text(inputs(it).getAsJsonObject("tracingConfig"), "mode")).isEqualTo("Active");
        });
  }

  @Test
  void everyFunctionWritesJsonIntoALogGroupThatForgets() {
    Set<String> groups = new TreeSet<>();
    PLAN.ofType("aws:cloudwatch/logGroup:LogGroup")
        .forEach(it -> {
          assertThat(inputs(it).get("retentionInDays").getAsInt()).isEqualTo(7);
          groups.add(output(it, "name"));
        });

    assertThat(PLAN.ofType(FUNCTION))
        .allSatisfy(it -> {
          JsonObject logging = inputs(it).getAsJsonObject("loggingConfig");
          assertThat(text(logging, "logFormat")).isEqualTo("JSON");
          assertThat(groups.remove(text(logging, "logGroup"))).isTrue();
        });
    assertThat(groups).isEmpty();
  }

  @Test
  void everyTriggerOfThePoolIsTheAliasOfItsFunction() {
    Map<String, String> attached = new HashMap<>();
    inputs(PLAN.only(POOL))
        .getAsJsonObject("lambdaConfig")
        .asMap()
        .forEach((trigger, arn) -> attached.put(trigger, arn.getAsString()));

    assertThat(attached)
        .isEqualTo(
            Map.of(
                "preSignUp", output(PLAN.named(ALIAS, "pre-sign-up"), "arn"),
                "customMessage", output(PLAN.named(ALIAS, "custom-message"), "arn"),
                "postConfirmation", output(PLAN.named(ALIAS, "post-confirmation"), "arn")));
    assertThat(attached.values()).allMatch(arn -> arn.endsWith(":live"));
  }

  @Test
  void aliasIsOfAPublishedVersion() {
    assertThat(PLAN.ofType(ALIAS))
        .hasSize(4)
        .allSatisfy(it -> assertThat(input(it, "functionVersion")).matches("\\d+"));
  }

  @Test
  void everyFunctionHasOneCallerAndOnlyThroughTheAlias() {
    assertThat(PLAN.ofType(PERMISSION))
        .hasSize(4)
        .allSatisfy(it -> {
          assertThat(input(it, "action")).isEqualTo("lambda:InvokeFunction");
          assertThat(input(it, "qualifier")).isEqualTo("live");
        })
        .extracting(it -> input(it, "function"))
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @ValueSource(strings = {"pre-sign-up", "custom-message", "post-confirmation"})
  void onlyThisPoolMayCallATrigger(String name) {
    JsonObject permission = PLAN.named(PERMISSION, name + "-from-cognito");

    assertThat(input(permission, "function")).isEqualTo("gatehouse-local-" + name);
    assertThat(input(permission, "principal")).isEqualTo("cognito-idp.amazonaws.com");
    assertThat(input(permission, "sourceArn")).isEqualTo(output(PLAN.only(POOL), "arn"));
  }

  @Test
  void onlyThisApiMayCallTheFunctionForPeople() {
    JsonObject permission = PLAN.named(PERMISSION, "api-from-api");

    assertThat(input(permission, "function")).isEqualTo("gatehouse-local-api");
    assertThat(input(permission, "principal")).isEqualTo("apigateway.amazonaws.com");
    assertThat(input(permission, "sourceArn"))
        .isEqualTo(output(PLAN.only("aws:apigateway/restApi:RestApi"), "executionArn") + "/*/*");
  }

  @Test
  void triggerFunctionsDoNotWaitForThePool() {
    String pool = text(PLAN.only(POOL), "urn");

    for (String trigger : TRIGGERS) {
      assertThat(allDependencies(text(PLAN.function(trigger), "urn"))).doesNotContain(pool);
    }
    assertThat(allDependencies(text(PLAN.function("api"), "urn"))).contains(pool);
  }

  @Test
  void functionsComeAfterTheirRights() {
    assertThat(PLAN.ofType(FUNCTION))
        .allSatisfy(it ->
            assertThat(texts(it, "dependencies"))
                .anyMatch(urn -> urn.endsWith("::" + text(it, "name") + "-logs")));
  }

  @Test
  void peoplesAccountsAreKept() {
    assertThat(PLAN.resources())
        .filteredOn(it -> it.get("protect").getAsBoolean())
        .extracting(it -> text(it, "type"))
        .containsExactlyInAnyOrder(POOL, TABLE);
    assertThat(input(PLAN.only(POOL), "deletionProtection")).isEqualTo("ACTIVE");
    assertThat(inputs(PLAN.only(TABLE)).get("deletionProtectionEnabled").getAsBoolean()).isTrue();
  }

  @Test
  void tableIsKeyedBySubAndCanBeRestored() {
    JsonObject table = inputs(PLAN.only(TABLE));

    assertThat(text(table, "hashKey")).isEqualTo("sub");
    assertThat(text(table, "billingMode")).isEqualTo("PAY_PER_REQUEST");
    assertThat(table.getAsJsonObject("pointInTimeRecovery").get("enabled").getAsBoolean()).isTrue();
    assertThat(table.getAsJsonObject("serverSideEncryption").get("enabled").getAsBoolean())
        .isTrue();
  }

  @Test
  void peopleSignInWithAnAddressInWhateverLetters() {
    JsonObject pool = inputs(PLAN.only(POOL));

    assertThat(texts(pool, "usernameAttributes")).containsExactly("email");
    assertThat(texts(pool, "autoVerifiedAttributes")).containsExactly("email");
    assertThat(pool.getAsJsonObject("usernameConfiguration").get("caseSensitive").getAsBoolean())
        .isFalse();
  }

  @Test
  void mailGoesOutThroughTheIdentity() {
    assertThat(inputs(PLAN.only(POOL)).getAsJsonObject("emailConfiguration").toString())
        .isEqualTo(
            "{\"emailSendingAccount\":\"DEVELOPER\","
                + "\"fromEmailAddress\":\"Gatehouse <no-reply@gatehouse.test>\","
                + "\"sourceArn\":\"arn:aws:ses:us-east-1:000000000000:identity/gatehouse.test\"}");
  }

  @Test
  void clientIsPublicAndTellsNobodyWhoHasAnAccount() {
    JsonObject client = inputs(PLAN.only("aws:cognito/userPoolClient:UserPoolClient"));

    assertThat(client.get("generateSecret").getAsBoolean()).isFalse();
    assertThat(text(client, "preventUserExistenceErrors")).isEqualTo("ENABLED");
    assertThat(client.get("enableTokenRevocation").getAsBoolean()).isTrue();
    assertThat(texts(client, "explicitAuthFlows"))
        .containsExactlyInAnyOrder(
            "ALLOW_REFRESH_TOKEN_AUTH", "ALLOW_USER_PASSWORD_AUTH", "ALLOW_USER_SRP_AUTH");
  }

  @Test
  void noRoleMayDoEverythingOrSomethingToEverything() {
    List<IamStatement> statements =
        PLAN.ofType("aws:iam/rolePolicy:RolePolicy").stream()
            .flatMap(it -> IamPolicyReader.create().read(input(it, "policy")).statements().stream())
            .toList();

    assertThat(statements).hasSize(10);
    for (IamStatement statement : statements) {
      assertThat(statement.actions())
          .extracting(IamAction::value)
          .noneMatch(it -> it.contains("*"));
      if (statement.resources().contains(IamResource.ALL)) {
        assertThat(statement.actions())
            .extracting(IamAction::value)
            .allMatch(it -> it.startsWith("xray:"));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "post-confirmation, dynamodb:PutItem",
    "api,               dynamodb:GetItem dynamodb:PutItem"
  })
  void onlyTheseReachTheTable(String name, String actions) {
    JsonObject policy = PLAN.named("aws:iam/rolePolicy:RolePolicy", name + "-users");
    List<IamStatement> statements =
        IamPolicyReader.create().read(input(policy, "policy")).statements();

    assertThat(statements).hasSize(1);
    assertThat(statements.get(0).actions())
        .extracting(IamAction::value)
        .containsExactlyInAnyOrder(actions.split(" "));
    assertThat(statements.get(0).resources())
        .containsExactly(IamResource.create(output(PLAN.only(TABLE), "arn")));
    assertThat(input(policy, "role")).isEqualTo("gatehouse-local-" + name);
    assertThat(PLAN.text().split("dynamodb:PutItem", -1)).hasSize(1 + 2 * 2);
  }

  @Test
  void routesAreOpenButForTheProfile() {
    Map<String, String> pathById = new HashMap<>();
    pathById.put(output(PLAN.only("aws:apigateway/restApi:RestApi"), "rootResourceId"), "/");
    PLAN.ofType("aws:apigateway/resource:Resource")
        .forEach(it -> pathById.put(output(it, "id"), output(it, "path")));

    assertThat(PLAN.ofType("aws:apigateway/method:Method"))
        .extracting(it ->
            "%s %s %s"
                .formatted(
                    input(it, "httpMethod"),
                    pathById.get(input(it, "resourceId")),
                    input(it, "authorization")))
        .containsExactlyInAnyOrder(
            "ANY / NONE",
            "ANY /{proxy+} NONE",
            "ANY /user NONE",
            "ANY /user/{proxy+} NONE",
            "ANY /user/profile NONE",
            "GET /user/profile COGNITO_USER_POOLS");
  }

  @Test
  void profileTakesAccessTokensOfThisPool() {
    JsonObject method = PLAN.named("aws:apigateway/method:Method", "user-profile-get");
    JsonObject authorizer = PLAN.only("aws:apigateway/authorizer:Authorizer");

    assertThat(input(method, "authorizerId")).isEqualTo(output(authorizer, "id"));
    assertThat(texts(inputs(method), "authorizationScopes"))
        .containsExactly("aws.cognito.signin.user.admin");
    assertThat(texts(inputs(authorizer), "providerArns"))
        .containsExactly(output(PLAN.only(POOL), "arn"));
  }

  @Test
  void everyMethodCallsTheAliasOfTheApi() {
    String alias = output(PLAN.named(ALIAS, "api"), "invokeArn");

    assertThat(PLAN.ofType("aws:apigateway/integration:Integration"))
        .hasSize(6)
        .allSatisfy(it -> {
          assertThat(input(it, "type")).isEqualTo("AWS_PROXY");
          assertThat(input(it, "integrationHttpMethod")).isEqualTo("POST");
          assertThat(input(it, "uri")).isEqualTo(alias).contains(":live/invocations");
        });
  }

  @Test
  void deploymentComesAfterEveryRouteAndKnowsThemByFingerprint() {
    JsonObject deployment = PLAN.only("aws:apigateway/deployment:Deployment");
    List<String> routes =
        Stream.of("aws:apigateway/method:Method", "aws:apigateway/integration:Integration")
            .flatMap(type -> PLAN.ofType(type).stream())
            .map(it -> text(it, "urn"))
            .toList();

    assertThat(texts(deployment, "dependencies")).containsAll(routes);
    assertThat(text(inputs(deployment).getAsJsonObject("triggers"), "redeployment"))
        .matches("[0-9a-f]{64}");
  }

  @Test
  void stageIsTracedAndIsWhatTheDomainLeadsTo() {
    JsonObject stage = PLAN.only("aws:apigateway/stage:Stage");
    JsonObject mapping = PLAN.only("aws:apigateway/basePathMapping:BasePathMapping");

    assertThat(input(stage, "stageName")).isEqualTo("prod");
    assertThat(inputs(stage).get("xrayTracingEnabled").getAsBoolean()).isTrue();
    assertThat(input(mapping, "stageName")).isEqualTo("prod");
    assertThat(input(mapping, "restApi")).isEqualTo(input(stage, "restApi"));
    assertThat(inputs(mapping).has("basePath")).isFalse();
  }

  @Test
  void domainWaitsForItsCertificateToBeIssued() {
    JsonObject domain = PLAN.only("aws:apigateway/domainName:DomainName");

    assertThat(texts(domain, "dependencies"))
        .anyMatch(urn -> urn.contains("CertificateValidation"));
    assertThat(input(domain, "securityPolicy")).isEqualTo("TLS_1_2");
  }

  @Test
  void stackHandsOutWhatPeopleNeed() {
    JsonObject outputs = PLAN.plan().getAsJsonObject("outputs");

    assertThat(outputs.keySet())
        .containsExactlyInAnyOrder(
            "URL", "userPoolId", "userPoolClientId", "tableName", "invokeUrl");
    assertThat(text(outputs, "URL")).isEqualTo("https://api.gatehouse.test");
    assertThat(text(outputs, "userPoolId")).matches("us-east-1_[0-9a-zA-Z]{9}");
    assertThat(text(outputs, "userPoolClientId")).matches("[0-9a-z]{26}");
    assertThat(text(outputs, "tableName")).isEqualTo("gatehouse-local-users");
  }

  private static Set<String> allDependencies(String urn) {
    Set<String> all = new HashSet<>();
    PLAN.resources().stream()
        .filter(it -> text(it, "urn").equals(urn))
        .flatMap(it -> texts(it, "dependencies").stream())
        .forEach(dependency -> {
          all.add(dependency);
          all.addAll(allDependencies(dependency));
        });
    return all;
  }
}
