package dev.gatehouse.integrationtests.permissions;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the policies of a plan permit: those of roles, of SES identities and of functions. */
record PlannedPermissions(JsonObject plan) {

  /** A policy of an SES identity without one action; without a document, the whole policy. */
  record IdentityPolicyChange(
      String identity, String policy, String original, Optional<String> changed, String removed) {}

  /** The policy of a key without one statement. */
  record KeyPolicyChange(String keyId, String original, String changed, String removed) {}

  /** A statement of a function's policy. */
  record InvokePermission(String name, JsonObject inputs) {

    /** Returns the path of the function's policy in Lambda's API. */
    String path(String statement) {
      return "%s/policy%s?Qualifier=%s".formatted(text("function"), statement, text("qualifier"));
    }

    /** Returns the request that adds the statement again. */
    String body() {
      JsonObject body = new JsonObject();
      body.addProperty("StatementId", name);
      body.addProperty("Action", text("action"));
      body.addProperty("Principal", text("principal"));
      body.addProperty("SourceArn", text("sourceArn"));
      if (inputs.has("sourceAccount")) {
        body.addProperty("SourceAccount", text("sourceAccount"));
      }
      return body.toString();
    }

    String text(String input) {
      return inputs.get(input).getAsString();
    }
  }

  static PlannedPermissions of(Path plan) {
    try {
      return new PlannedPermissions(
          JsonParser.parseString(Files.readString(plan)).getAsJsonObject());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<RoleGrant> grants() {
    return RoleGrant.of(plan);
  }

  List<InvokePermission> invokePermissions() {
    return resources("aws:lambda/permission:Permission").stream()
        .map(
            resource ->
                new InvokePermission(
                    resource.get("name").getAsString(), resource.getAsJsonObject("inputs")))
        .toList();
  }

  List<IdentityPolicyChange> identityPolicyChanges() {
    List<IdentityPolicyChange> changes = new ArrayList<>();
    for (JsonObject resource : resources("aws:ses/identityPolicy:IdentityPolicy")) {
      JsonObject inputs = resource.getAsJsonObject("inputs");
      String identity = inputs.get("identity").getAsString();
      String name = resource.getAsJsonObject("outputs").get("name").getAsString();
      String original = inputs.get("policy").getAsString();
      changes.add(
          new IdentityPolicyChange(identity, name, original, Optional.empty(), "the statement"));
      for (RoleGrant grant : RoleGrant.of(identity, name, original)) {
        if (!grant.action().isEmpty()) {
          changes.add(
              new IdentityPolicyChange(
                  identity, name, original, grant.remainder(), grant.action()));
        }
      }
    }
    return changes;
  }

  /** Returns each statement of the policies of keys, with the policy without it. */
  List<KeyPolicyChange> keyPolicyChanges() {
    List<KeyPolicyChange> changes = new ArrayList<>();
    for (JsonObject resource : resources("aws:kms/keyPolicy:KeyPolicy")) {
      JsonObject inputs = resource.getAsJsonObject("inputs");
      String original = inputs.get("policy").getAsString();
      JsonArray statements =
          JsonParser.parseString(original).getAsJsonObject().getAsJsonArray("Statement");
      for (JsonElement statement : statements) {
        JsonObject changed = JsonParser.parseString(original).getAsJsonObject();
        changed.getAsJsonArray("Statement").remove(statement);
        changes.add(
            new KeyPolicyChange(
                inputs.get("keyId").getAsString(),
                original,
                changed.toString(),
                statement.getAsJsonObject().get("Sid").getAsString()));
      }
    }
    return changes;
  }

  /** Returns a request that updates the pool, with the function and the key for its codes. */
  JsonObject poolWithKey() {
    JsonObject pool = resources("aws:cognito/userPool:UserPool").getFirst();
    JsonObject triggers = pool.getAsJsonObject("inputs").getAsJsonObject("lambdaConfig");
    JsonObject sender = triggers.getAsJsonObject("customEmailSender");
    JsonObject function = new JsonObject();
    function.add("LambdaArn", sender.get("lambdaArn"));
    function.add("LambdaVersion", sender.get("lambdaVersion"));
    JsonObject config = new JsonObject();
    config.add("CustomEmailSender", function);
    config.add("KMSKeyID", triggers.get("kmsKeyId"));
    JsonObject request = new JsonObject();
    request.add("UserPoolId", pool.getAsJsonObject("outputs").get("id"));
    request.add("LambdaConfig", config);
    return request;
  }

  private List<JsonObject> resources(String type) {
    return plan.getAsJsonArray("resources").asList().stream()
        .map(JsonElement::getAsJsonObject)
        .filter(resource -> resource.get("type").getAsString().equals(type))
        .toList();
  }
}
