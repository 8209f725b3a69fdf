package dev.gatehouse.dynamodb.validation;

/**
 * The validation layer of AWS that reads an operation's request. The envelope of texts is decided
 * here and nowhere else.
 */
public enum ValidationLayer {
  /** The current layer for PutItem, UpdateItem and DeleteItem. */
  SINGLE_ITEM_WRITE,
  /** The current layer for GetItem, BatchGetItem, Query and Scan. */
  READ,
  /** The older layer: BatchWriteItem, transactions and the control plane. */
  OLDER;

  private static final String ENVELOPE = "1 validation error detected: ";

  /** Returns the text of a failed request check as the layer words it. */
  public String envelope(String text) {
    return this == SINGLE_ITEM_WRITE ? ENVELOPE + text : text;
  }
}
