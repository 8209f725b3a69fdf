package dev.gatehouse.dynamodb.operation.control;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.gatehouse.dynamodb.error.DynamoDbException;
import dev.gatehouse.dynamodb.error.ErrorType;
import dev.gatehouse.dynamodb.operation.Engine;
import dev.gatehouse.dynamodb.operation.TableNames;
import dev.gatehouse.dynamodb.operation.Violations;
import dev.gatehouse.dynamodb.table.Table;
import dev.gatehouse.dynamodb.table.TableState;
import dev.gatehouse.dynamodb.wire.Parameters;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** UpdateContinuousBackups and DescribeContinuousBackups. */
public final class ContinuousBackups {

  private static final String MEMBER = "PointInTimeRecovery";
  private static final int LONGEST_DAYS = 35;
  private static final Duration RESTORABLE_AFTER = Duration.ofMinutes(5);

  private final Engine engine;

  public ContinuousBackups(Engine engine) {
    this.engine = engine;
  }

  /** UpdateContinuousBackups. */
  public JsonObject update(Parameters request) {
    Parameters specification = check(request);
    return engine
        .store()
        .write(
            () -> {
              TableState state = table(request).state();
              TableState changed =
                  specification.flag("PointInTimeRecoveryEnabled")
                      ? state.with(MEMBER, enabled(state, specification))
                      : state.without(MEMBER);
              engine.tables().save(changed);
              return describe(changed);
            });
  }

  /** DescribeContinuousBackups. */
  public JsonObject describe(Parameters request) {
    Violations violations = new Violations();
    TableNames.require(request.string("TableName"), "tableName", violations);
    violations.refuse();
    return describe(table(request).state());
  }

  private static Parameters check(Parameters request) {
    Violations violations = new Violations();
    TableNames.require(request.string("TableName"), "tableName", violations);
    Parameters specification = request.structure("PointInTimeRecoverySpecification");
    @Nullable Long days = specification.number("RecoveryPeriodInDays");
    String path = "pointInTimeRecoverySpecification";
    if (!request.has("PointInTimeRecoverySpecification")) {
      violations.addMissing(path);
    } else {
      violations.requirePresent(
          specification.has("PointInTimeRecoveryEnabled"), path + ".pointInTimeRecoveryEnabled");
    }
    violations.requireAtLeast(days, 1, path + ".recoveryPeriodInDays");
    violations.requireAtMost(days, LONGEST_DAYS, path + ".recoveryPeriodInDays");
    violations.refuse();
    if (days != null && !specification.flag("PointInTimeRecoveryEnabled")) {
      throw DynamoDbException.validation(
          "Invalid Request: Cannot specify RecoveryPeriodInDays when disabling point-in-time"
              + " recovery.");
    }
    return specification;
  }

  private JsonObject enabled(TableState state, Parameters specification) {
    JsonObject recovery = state.object(MEMBER).deepCopy();
    if (!recovery.has("EarliestRestorableDateTime")) {
      recovery.add("EarliestRestorableDateTime", States.epoch(engine.clock().instant()));
    }
    @Nullable Long days = specification.number("RecoveryPeriodInDays");
    if (days != null || !recovery.has("RecoveryPeriodInDays")) {
      recovery.addProperty("RecoveryPeriodInDays", days == null ? LONGEST_DAYS : days);
    }
    return recovery;
  }

  private JsonObject describe(TableState state) {
    JsonObject recovery = new JsonObject();
    boolean on = state.json().has(MEMBER);
    recovery.addProperty("PointInTimeRecoveryStatus", on ? "ENABLED" : "DISABLED");
    if (on) {
      JsonObject kept = state.object(MEMBER);
      JsonElement earliest = kept.get("EarliestRestorableDateTime");
      Instant latest = engine.clock().instant().minus(RESTORABLE_AFTER);
      JsonPrimitive computed = States.epoch(latest);
      recovery.add("RecoveryPeriodInDays", kept.get("RecoveryPeriodInDays"));
      recovery.add("EarliestRestorableDateTime", earliest);
      recovery.add(
          "LatestRestorableDateTime",
          computed.getAsBigDecimal().compareTo(earliest.getAsBigDecimal()) > 0
              ? computed
              : earliest);
    }
    JsonObject description = new JsonObject();
    description.addProperty("ContinuousBackupsStatus", "ENABLED");
    description.add("PointInTimeRecoveryDescription", recovery);
    JsonObject answer = new JsonObject();
    answer.add("ContinuousBackupsDescription", description);
    return answer;
  }

  private Table table(Parameters request) {
    String name = engine.name(request.string("TableName", ""));
    return engine
        .tables()
        .find(name)
        .orElseThrow(
            () -> DynamoDbException.of(ErrorType.TABLE_NOT_FOUND, "Table not found: " + name));
  }
}
