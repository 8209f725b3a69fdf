package dev.gatehouse.integrationtests.permissions;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import dev.gatehouse.integrationtests.permissions.AccountPolicies.RefusedRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Something that an inline policy of a role grants: one action of a statement, or a whole
 * statement.
 *
 * @param action the action, empty for the whole statement
 */
record RoleGrant(String role, String policy, String document, int statement, String action) {

  /** Returns what each inline policy of the plan grants: every action, then every statement. */
  static List<RoleGrant> of(JsonObject plan) {
    List<RoleGrant> grants = new ArrayList<>();
    for (JsonElement element : plan.getAsJsonArray("resources")) {
      JsonObject resource = element.getAsJsonObject();
      if (resource.get("type").getAsString().equals("aws:iam/rolePolicy:RolePolicy")) {
        JsonObject inputs = resource.getAsJsonObject("inputs");
        grants.addAll(
            of(
                inputs.get("role").getAsString(),
                resource.getAsJsonObject("outputs").get("name").getAsString(),
                inputs.get("policy").getAsString()));
      }
    }
    return grants;
  }

  static List<RoleGrant> of(String role, String policy, String document) {
    List<RoleGrant> grants = new ArrayList<>();
    List<JsonElement> statements = list(parsed(document).get("Statement"));
    for (int i = 0; i < statements.size(); i++) {
      List<String> actions = actions(statements.get(i));
      for (String action : actions) {
        grants.add(new RoleGrant(role, policy, document, i, action));
      }
      if (actions.size() > 1) {
        grants.add(new RoleGrant(role, policy, document, i, ""));
      }
    }
    return grants;
  }

  /** Returns the actions of which any is refused without the grant. */
  List<String> lostActions() {
    return action.isEmpty()
        ? actions(list(parsed(document).get("Statement")).get(statement))
        : List.of(action);
  }

  /** Returns whether a refused request is one that the grant would allow. */
  boolean isNeededBy(RefusedRequest refused) {
    return refused.principal().contains(":assumed-role/" + role + "/")
        && lostActions().contains(refused.action())
        && resources().stream().anyMatch(resource -> covers(resource, refused.resource()));
  }

  private List<String> resources() {
    JsonObject parts = list(parsed(document).get("Statement")).get(statement).getAsJsonObject();
    return list(parts.get("Resource")).stream().map(JsonElement::getAsString).toList();
  }

  /** Returns whether a resource is the policy's, which may end in an asterisk. */
  private static boolean covers(String pattern, String resource) {
    return pattern.endsWith("*")
        ? resource.startsWith(pattern.substring(0, pattern.length() - 1))
        : pattern.equals(resource);
  }

  /** Returns the document without the grant, or an empty Optional if nothing else is in it. */
  Optional<String> remainder() {
    JsonArray rest = new JsonArray();
    List<JsonElement> statements = list(parsed(document).get("Statement"));
    for (int i = 0; i < statements.size(); i++) {
      JsonObject copy = statements.get(i).getAsJsonObject().deepCopy();
      List<String> actions = new ArrayList<>(actions(copy));
      if (i == statement) {
        actions.removeAll(lostActions());
      }
      if (!actions.isEmpty()) {
        JsonArray kept = new JsonArray();
        actions.forEach(kept::add);
        copy.add("Action", kept);
        rest.add(copy);
      }
    }
    JsonObject document = new JsonObject();
    document.addProperty("Version", "2012-10-17");
    document.add("Statement", rest);
    return rest.isEmpty() ? Optional.empty() : Optional.of(document.toString());
  }

  private static List<String> actions(JsonElement statement) {
    return list(statement.getAsJsonObject().get("Action")).stream()
        .map(JsonElement::getAsString)
        .toList();
  }

  private static JsonObject parsed(String document) {
    return JsonParser.parseString(document).getAsJsonObject();
  }

  private static List<JsonElement> list(JsonElement one) {
    return one instanceof JsonPrimitive || one instanceof JsonObject
        ? List.of(one)
        : one.getAsJsonArray().asList();
  }

  @Override
  public String toString() {
    return "%s, policy %s, statement %s: %s"
        .formatted(
            role,
            policy,
            Integer.toString(statement),
            action.isEmpty() ? "the whole statement" : action);
  }
}
