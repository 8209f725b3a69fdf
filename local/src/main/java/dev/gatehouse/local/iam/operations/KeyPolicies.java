package dev.gatehouse.local.iam.operations;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import dev.gatehouse.local.awsjson.AwsException;
import dev.gatehouse.local.awsjson.AwsProtocol;
import dev.gatehouse.local.awsjson.Json;
import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.http.Service;
import dev.gatehouse.local.iam.ResourcePolicies;
import dev.gatehouse.local.iam.policy.KeyPolicyRule;
import dev.gatehouse.local.iam.policy.PolicyDocument;
import dev.gatehouse.local.iam.policy.PolicyInvalid;
import java.util.Optional;
import java.util.function.Function;

/**
 * The operations of KMS on the policies of keys, in front of the others.
 *
 * @param kms the other operations
 * @param keyArn the ARN of the key that a request of KMS uses
 */
public record KeyPolicies(
    Service kms, ResourcePolicies policies, Function<JsonObject, Optional<String>> keyArn)
    implements Service {
  private static final String PUT = "TrentService.PutKeyPolicy";
  private static final String GET = "TrentService.GetKeyPolicy";

  /** The policy of a key without one of its own. */
  private static final String DEFAULT =
      "{\"Version\":\"2012-10-17\",\"Id\":\"key-default-1\",\"Statement\":[{\"Sid\":"
          + "\"Enable IAM User Permissions\",\"Effect\":\"Allow\",\"Principal\":{\"AWS\":"
          + "\"arn:aws:iam::000000000000:root\"},\"Action\":\"kms:*\",\"Resource\":\"*\"}]}";

  @Override
  public Response handle(Request request) {
    String target = request.header("X-Amz-Target").orElse("");
    if (!target.equals(PUT) && !target.equals(GET)) {
      return kms.handle(request);
    }
    try {
      JsonObject members = members(request);
      String arn =
          keyArn
              .apply(members)
              .orElseThrow(() -> new AwsException("NotFoundException", "The key does not exist."));
      JsonObject response = target.equals(PUT) ? put(arn, members) : get(arn);
      return AwsProtocol.AWS_JSON_1_1.success(response);
    } catch (AwsException e) {
      return AwsProtocol.AWS_JSON_1_1.error(e);
    }
  }

  private JsonObject put(String arn, JsonObject members) {
    try {
      PolicyDocument policy = PolicyDocument.ofResource(text(members, "Policy"));
      if (!KeyPolicyRule.isAdministrable(policy, arn)) {
        throw malformed(KeyPolicyRule.REFUSAL);
      }
      policies.of(arn).put(KeyPolicyRule.POLICY, policy);
      return new JsonObject();
    } catch (PolicyInvalid e) {
      throw malformed("The policy " + e.getMessage());
    }
  }

  private JsonObject get(String arn) {
    PolicyDocument policy = policies.of(arn).get(KeyPolicyRule.POLICY);
    return Json.object(
        "Policy", policy == null ? DEFAULT : policy.json(), "PolicyName", KeyPolicyRule.POLICY);
  }

  private static AwsException malformed(String message) {
    return new AwsException("MalformedPolicyDocumentException", message);
  }

  private static JsonObject members(Request request) {
    try {
      return JsonParser.parseString(request.text()).getAsJsonObject();
    } catch (JsonParseException | IllegalStateException e) {
      throw new AwsException("SerializationException", "The request is not an object in JSON.");
    }
  }

  private static String text(JsonObject members, String name) {
    if (members.has(name) && members.get(name).isJsonPrimitive()) {
      return members.get(name).getAsString();
    }
    throw new AwsException("ValidationException", name + " is required.");
  }
}
