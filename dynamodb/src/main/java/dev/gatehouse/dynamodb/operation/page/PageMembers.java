package dev.gatehouse.dynamodb.operation.page;

import dev.gatehouse.dynamodb.operation.AttributesToGetMembers;
import dev.gatehouse.dynamodb.operation.Members;
import dev.gatehouse.dynamodb.operation.TableNames;
import dev.gatehouse.dynamodb.operation.Violations;
import dev.gatehouse.dynamodb.wire.Parameters;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The constraints of single members of Query and Scan. */
final class PageMembers {

  private static final long MOST_SEGMENTS = 1_000_000;
  private static final String SELECT =
      "SPECIFIC_ATTRIBUTES, COUNT, ALL_ATTRIBUTES, ALL_PROJECTED_ATTRIBUTES";

  private PageMembers() {}

  static void checkQuery(Parameters request) {
    if (!request.has("TableName")) {
      Violations to = new Violations();
      to.requireEnum(request.string("Select"), "select", SELECT);
      Members.requireConsumedCapacity(request, to);
      to.addMissing("tableName");
      to.requireAtLeast(request.number("Limit"), 1, "limit");
      to.refuse();
    }
    checkFirst(request);
    checkSecond(request);
  }

  static void checkScan(Parameters request) {
    if (!request.has("TableName")) {
      Violations to = new Violations();
      to.requireEnum(request.string("Select"), "select", SELECT);
      to.requireAtLeast(request.number("TotalSegments"), 1, "totalSegments");
      to.requireAtMost(request.number("TotalSegments"), MOST_SEGMENTS, "totalSegments");
      Members.requireConsumedCapacity(request, to);
      to.addMissing("tableName");
      to.requireEnum(request.string("ConditionalOperator"), "conditionalOperator", "OR, AND");
      to.requireAtLeast(request.number("Segment"), 0, "segment");
      to.requireAtMost(request.number("Segment"), MOST_SEGMENTS - 1, "segment");
      to.requireAtLeast(request.number("Limit"), 1, "limit");
      to.refuse();
    }
    checkFirst(request);
    checkSecond(request);
  }

  /** Checks what AWS's current layer reads first. */
  private static void checkFirst(Parameters request) {
    Violations to = new Violations();
    requireBounds(request, "Limit", 1, Long.MAX_VALUE, to);
    requireBounds(request, "Segment", 0, MOST_SEGMENTS - 1, to);
    requireBounds(request, "TotalSegments", 1, MOST_SEGMENTS, to);
    if (request.string("TableName", "absent").isEmpty()) {
      to.addCurrent("TableName", "Member must have length greater than or equal to 1");
    }
    to.refuse();
  }

  private static void requireBounds(
      Parameters request, String member, long least, long most, Violations to) {
    @Nullable Long value = request.number(member);
    if (value != null && value < least) {
      to.addCurrent(member, "Member must have value greater than or equal to " + least);
    }
    if (value != null && value > most) {
      to.addCurrent(member, "Member must have value less than or equal to " + most);
    }
  }

  private static void checkSecond(Parameters request) {
    Violations to = new Violations();
    TableNames.requireItemTable(request.string("TableName"), "tableName", to);
    if (request.has("IndexName")) {
      TableNames.requireItemTable(request.string("IndexName"), "indexName", to);
    }
    Members.requireConsumedCapacity(request, to);
    AttributesToGetMembers.require(request, "attributesToGet", to);
    to.refuse();
  }

  /** Refuses an unknown Select. */
  static void checkSelect(Parameters request) {
    Violations to = new Violations();
    to.requireEnum(request.string("Select"), "select", SELECT);
    to.refuse();
  }

  /** Refuses filters and key conditions without an operator. */
  static void checkOperators(Parameters request, String member) {
    Violations to = new Violations();
    if (request.object(member) != null) {
      String path = member.substring(0, 1).toLowerCase(Locale.ROOT) + member.substring(1);
      request
          .structure(member)
          .json()
          .entrySet()
          .forEach(
              each ->
                  to.requirePresent(
                      each.getValue().getAsJsonObject().has("ComparisonOperator"),
                      path + "." + each.getKey() + ".member.comparisonOperator"));
    }
    to.refuse();
  }
}
