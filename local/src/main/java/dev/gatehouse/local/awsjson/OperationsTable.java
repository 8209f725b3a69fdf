package dev.gatehouse.local.awsjson;

/** The table of supported operations, to which errors for other operations refer. */
public final class OperationsTable {

  private static final String URL =
      "https://github.com/gatehouse-dev/gatehouse/blob/main/local/README.md#";

  private OperationsTable() {}

  /**
   * Returns the message for an operation that the emulator does not have.
   *
   * @param target the value of X-Amz-Target, which is repeated only if it looks like one
   * @param section the heading of the service in the README
   */
  public static String unknownOperation(String target, String section) {
    String operation = target.matches("[\\w.]{1,100}") ? target : "This operation";
    return operation + " is not supported by the local emulator; " + reference(section);
  }

  /** Returns the end of a sentence that refers to the table of this section. */
  public static String reference(String section) {
    return "see " + URL + section;
  }
}
