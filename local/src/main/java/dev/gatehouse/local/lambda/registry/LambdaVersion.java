package dev.gatehouse.local.lambda.registry;

/** A version of a function, {@code $LATEST} or a published one. */
public record LambdaVersion(LambdaFunction function, String number) {

  /** Returns whether the version starts from a snapshot, as only published versions can. */
  public boolean snapStart() {
    return function.snapStart() && !number.equals(FunctionName.LATEST);
  }
}
