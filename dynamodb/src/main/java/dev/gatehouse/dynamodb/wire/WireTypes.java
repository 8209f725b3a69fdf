package dev.gatehouse.dynamodb.wire;

/** What the types of a request's members tell: which layer of AWS reads it. */
final class WireTypes {

  private boolean olderLayer;

  /** Notes a value that only the older layer reads. */
  void needOlderLayer() {
    olderLayer = true;
  }

  boolean olderLayerNeeded() {
    return olderLayer;
  }
}
