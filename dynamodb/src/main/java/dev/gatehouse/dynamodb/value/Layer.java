package dev.gatehouse.dynamodb.value;

/** AWS's two implementations of the checks of a request, which word their texts differently. */
public enum Layer {
  CURRENT,
  OLDER
}
