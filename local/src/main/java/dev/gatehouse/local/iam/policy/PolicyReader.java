package dev.gatehouse.local.iam.policy;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import dev.gatehouse.local.iam.policy.PolicyStatement.Patterns;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The reader of policy documents, which refuses what the emulator does not evaluate. */
final class PolicyReader {

  /** The kinds of policies, with the elements that each statement has. */
  enum Kind {
    IDENTITY,
    RESOURCE,
    TRUST
  }

  private static final Set<String> ELEMENTS =
      Set.of(
          "Sid",
          "Effect",
          "Principal",
          "Action",
          "NotAction",
          "Resource",
          "NotResource",
          "Condition");

  private final Kind kind;

  private PolicyReader(Kind kind) {
    this.kind = kind;
  }

  static PolicyDocument read(String json, Kind kind) throws PolicyInvalid {
    try {
      JsonElement document = JsonParser.parseString(json);
      if (!(document instanceof JsonObject policy) || policy.get("Statement") == null) {
        throw new PolicyInvalid("is not a policy document with statements");
      }
      List<PolicyStatement> statements = new ArrayList<>();
      for (JsonElement statement : list(policy.get("Statement"))) {
        statements.add(new PolicyReader(kind).statement(statement.getAsJsonObject()));
      }
      return new PolicyDocument(json, List.copyOf(statements));
    } catch (JsonParseException | IllegalStateException | UnsupportedOperationException e) {
      throw new PolicyInvalid("is not a policy document in JSON");
    }
  }

  private PolicyStatement statement(JsonObject statement) throws PolicyInvalid {
    for (String element : statement.keySet()) {
      if (!ELEMENTS.contains(element)) {
        throw new PolicyInvalid(
            "has the element %s, which the local emulator does not support".formatted(element));
      }
    }
    boolean allows =
        switch (statement.has("Effect") ? statement.get("Effect").getAsString() : "") {
          case "Allow" -> true;
          case "Deny" -> false;
          default -> throw new PolicyInvalid("has a statement whose Effect is not Allow or Deny");
        };
    return new PolicyStatement(
        allows,
        principal(statement.get("Principal")),
        required(statement, "Action", TextPattern::ofAction),
        kind == Kind.TRUST ? null : required(statement, "Resource", TextPattern::ofArn),
        conditions(statement.get("Condition")));
  }

  private @Nullable PrincipalElement principal(@Nullable JsonElement principal)
      throws PolicyInvalid {
    if (kind == Kind.IDENTITY) {
      if (principal != null) {
        throw new PolicyInvalid("has a Principal, which only policies of resources have");
      }
      return null;
    }
    if (principal instanceof JsonPrimitive all && all.getAsString().equals("*")) {
      return new PrincipalElement(Set.of("*"), Set.of());
    }
    if (!(principal instanceof JsonObject types)) {
      throw new PolicyInvalid("has a statement without a Principal");
    }
    for (String type : types.keySet()) {
      if (!Set.of("AWS", "Service").contains(type)) {
        throw new PolicyInvalid(
            "has a Principal of the type %s, which the local emulator does not support"
                .formatted(type));
      }
    }
    return new PrincipalElement(
        Set.copyOf(texts(types.get("AWS"))), Set.copyOf(texts(types.get("Service"))));
  }

  /** Returns the patterns of an element or of its Not form; exactly one of them is required. */
  private static Patterns required(
      JsonObject statement, String element, Function<String, TextPattern> pattern)
      throws PolicyInvalid {
    boolean negated = statement.has("Not" + element);
    if (negated == statement.has(element)) {
      throw new PolicyInvalid(
          "has a statement without exactly one of %s and Not%s".formatted(element, element));
    }
    List<String> texts = texts(statement.get(negated ? "Not" + element : element));
    for (String text : texts) {
      requireNoVariable(text);
    }
    return new Patterns(texts, texts.stream().map(pattern).toList(), negated);
  }

  private static List<PolicyCondition> conditions(@Nullable JsonElement block)
      throws PolicyInvalid {
    List<PolicyCondition> conditions = new ArrayList<>();
    if (block == null) {
      return conditions;
    }
    for (Map.Entry<String, JsonElement> operator : block.getAsJsonObject().entrySet()) {
      ConditionOperator known =
          ConditionOperator.of(operator.getKey())
              .orElseThrow(() -> unknownOperator(operator.getKey()));
      for (Map.Entry<String, JsonElement> key : operator.getValue().getAsJsonObject().entrySet()) {
        if (!PolicyCondition.isSupported(key.getKey())) {
          throw new PolicyInvalid(
              "has the condition key %s, which the local emulator does not evaluate"
                  .formatted(key.getKey()));
        }
        List<String> values = texts(key.getValue());
        for (String value : values) {
          requireNoVariable(value);
        }
        conditions.add(PolicyCondition.of(known, key.getKey(), values));
      }
    }
    return List.copyOf(conditions);
  }

  private static PolicyInvalid unknownOperator(String name) {
    return new PolicyInvalid(
        "has the condition operator %s; the local emulator evaluates %s"
            .formatted(name, ConditionOperator.names()));
  }

  private static void requireNoVariable(String text) throws PolicyInvalid {
    if (text.contains("${")) {
      throw new PolicyInvalid(
          "has the policy variable %s, which the local emulator does not support".formatted(text));
    }
  }

  private static List<String> texts(@Nullable JsonElement one) {
    return one == null ? List.of() : list(one).stream().map(JsonElement::getAsString).toList();
  }

  /** Returns the elements of a list, or the one element that stands for it. */
  private static List<JsonElement> list(JsonElement one) {
    return one instanceof JsonArray array ? array.asList() : List.of(one);
  }
}
