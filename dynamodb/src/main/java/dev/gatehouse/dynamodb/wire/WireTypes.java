package dev.gatehouse.dynamodb.wire;

/** What the types of a request's members tell: which layer of AWS reads it. */
final class WireTypes {

  /** Far more levels than the 32 that a value may have, and few enough for any stack. */
  private static final int DEEPEST = 100;

  private boolean olderLayer;
  private int depth;

  /** Notes that a value in a value is read; returns whether it may be. */
  boolean enter() {
    return ++depth <= DEEPEST;
  }

  /** Notes the end of a value. */
  void leave() {
    depth--;
  }

  /** Notes a value that only the older layer reads. */
  void needOlderLayer() {
    olderLayer = true;
  }

  boolean olderLayerNeeded() {
    return olderLayer;
  }
}
