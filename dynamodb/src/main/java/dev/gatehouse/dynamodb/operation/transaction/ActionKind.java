package dev.gatehouse.dynamodb.operation.transaction;

/** What an action of TransactWriteItems does, in the order of AWS's members. */
enum ActionKind {
  CONDITION_CHECK("ConditionCheck", "conditionCheck"),
  PUT("Put", "put"),
  DELETE("Delete", "delete"),
  UPDATE("Update", "update");

  private final String member;
  private final String path;

  ActionKind(String member, String path) {
    this.member = member;
    this.path = path;
  }

  String member() {
    return member;
  }

  /** Returns the name of the member in paths of constraints. */
  String path() {
    return path;
  }

  /** Returns the member with the attributes: Item or Key. */
  String attributes() {
    return this == PUT ? "Item" : "Key";
  }
}
