package dev.gatehouse.dynamodb.operation.control;

import com.google.gson.JsonObject;
import dev.gatehouse.dynamodb.error.DynamoDbException;
import dev.gatehouse.dynamodb.operation.Engine;
import dev.gatehouse.dynamodb.operation.TableNames;
import dev.gatehouse.dynamodb.operation.Violations;
import dev.gatehouse.dynamodb.table.TableState;
import dev.gatehouse.dynamodb.wire.Parameters;
import org.jspecify.annotations.Nullable;

/** UpdateTimeToLive and DescribeTimeToLive. */
public final class TimeToLive {

  private static final int LONGEST_NAME = 255;

  private final Engine engine;

  public TimeToLive(Engine engine) {
    this.engine = engine;
  }

  /** UpdateTimeToLive. */
  public JsonObject update(Parameters request) {
    Parameters specification = check(request);
    String attribute = specification.string("AttributeName", "");
    boolean enable = specification.flag("Enabled");
    return engine
        .store()
        .write(
            () -> {
              TableState state = engine.described(request.string("TableName", "")).state();
              checkChange(state.timeToLive(), attribute, enable);
              engine
                  .tables()
                  .save(enable ? state.with("TimeToLive", attribute) : state.without("TimeToLive"));
              JsonObject answer = new JsonObject();
              answer.add("TimeToLiveSpecification", specification.json());
              return answer;
            });
  }

  private static Parameters check(Parameters request) {
    Violations violations = new Violations();
    TableNames.require(request.string("TableName"), "tableName", violations);
    Parameters specification = request.structure("TimeToLiveSpecification");
    if (!request.has("TimeToLiveSpecification")) {
      violations.addMissing("timeToLiveSpecification");
    } else {
      @Nullable String attribute = specification.string("AttributeName");
      String path = "timeToLiveSpecification.attributeName";
      if (attribute == null) {
        violations.addMissing(path);
      } else {
        violations.requireLength(attribute.length(), 1, LONGEST_NAME, attribute, path);
      }
      violations.requirePresent(specification.has("Enabled"), "timeToLiveSpecification.enabled");
    }
    violations.refuse();
    return specification;
  }

  private static void checkChange(@Nullable String current, String attribute, boolean enable) {
    if (current != null && !current.equals(attribute)) {
      throw DynamoDbException.validation(
          "TimeToLive is active on a different AttributeName: current AttributeName is " + current);
    }
    if (enable == (current != null)) {
      throw DynamoDbException.validation(
          enable ? "TimeToLive is already enabled" : "TimeToLive is already disabled");
    }
  }

  /** DescribeTimeToLive. */
  public JsonObject describe(Parameters request) {
    @Nullable String attribute =
        engine.described(TableOperations.name(request)).state().timeToLive();
    JsonObject description = new JsonObject();
    description.addProperty("TimeToLiveStatus", attribute == null ? "DISABLED" : "ENABLED");
    if (attribute != null) {
      description.addProperty("AttributeName", attribute);
    }
    JsonObject answer = new JsonObject();
    answer.add("TimeToLiveDescription", description);
    return answer;
  }
}
