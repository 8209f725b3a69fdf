package dev.gatehouse.dynamodb.operation.page;

import dev.gatehouse.dynamodb.error.DynamoDbException;
import dev.gatehouse.dynamodb.expression.Projection;
import dev.gatehouse.dynamodb.table.Index;
import dev.gatehouse.dynamodb.wire.Parameters;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a request wants of the items: Select, ProjectionExpression, AttributesToGet. */
final class Selection {

  private static final String ENVELOPE = "1 validation error detected: ";

  private final Parameters request;
  private final @Nullable String select;

  Selection(Parameters request) {
    this.request = request;
    this.select = request.string("Select");
  }

  boolean isCount() {
    return "COUNT".equals(select);
  }

  /** Checks what Select goes with. */
  void check() {
    if (select == null) {
      return;
    }
    boolean expression = request.has("ProjectionExpression");
    boolean projected = expression || request.has("AttributesToGet");
    if (projected && !select.equals("SPECIFIC_ATTRIBUTES")) {
      String what = isCount() ? "only the Count" : select;
      throw refused(
          "Cannot specify the "
              + (expression ? "ProjectionExpression" : "AttributesToGet")
              + " when choosing to get "
              + what);
    }
    if (select.equals("SPECIFIC_ATTRIBUTES") && !projected) {
      throw refused(
          "Must specify the AttributesToGet or ProjectionExpression when choosing to get"
              + " SPECIFIC_ATTRIBUTES");
    }
    if (select.equals("ALL_PROJECTED_ATTRIBUTES") && !request.has("IndexName")) {
      throw refused("ALL_PROJECTED_ATTRIBUTES can be used only when Querying using an IndexName");
    }
  }

  private static DynamoDbException refused(String text) {
    return DynamoDbException.validation(ENVELOPE + text);
  }

  /** Refuses ALL_ATTRIBUTES of a global index that does not have them. */
  void checkAllAttributes(@Nullable Index index) {
    if (index != null
        && index.global()
        && !index.projectsAll()
        && "ALL_ATTRIBUTES".equals(select)) {
      throw DynamoDbException.invalidParameter(
          "Select type ALL_ATTRIBUTES is not supported for global secondary index "
              + index.name()
              + " because its projection type is not ALL");
    }
  }

  /** Refuses attributes that a global index does not have. */
  static void checkProjected(@Nullable Index index, @Nullable Projection projection) {
    if (index != null && index.global() && projection != null && !index.projectsAll()) {
      List<String> missing =
          projection.attributes().stream()
              .filter(name -> !index.projected().contains(name))
              .toList();
      if (!missing.isEmpty()) {
        throw DynamoDbException.invalidParameter(
            "Global secondary index " + index.name() + " does not project " + missing);
      }
    }
  }

  /** Returns whether a local index needs to read the rest of its items from the table. */
  boolean needsTable(@Nullable Index index, @Nullable Projection projection) {
    if (index == null || index.global() || index.projectsAll()) {
      return false;
    }
    return "ALL_ATTRIBUTES".equals(select)
        || (projection != null && !index.projected().containsAll(projection.attributes()));
  }
}
