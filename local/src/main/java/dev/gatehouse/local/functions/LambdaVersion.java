package dev.gatehouse.local.functions;

/** Is one version of a function, {@code $LATEST} or a published one. */
record LambdaVersion(LambdaFunction function, String number) {

  /** Returns whether it starts from a snapshot, which on AWS only published versions do. */
  boolean snapStart() {
    return function.snapStart() && !number.equals(FunctionName.LATEST);
  }
}
