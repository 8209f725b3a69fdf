package dev.gatehouse.dynamodb.expression.text;

/** Texts of updates that fail on the item; they are bare on every operation. */
public final class UpdateTexts {

  public static final String INVALID_PATH =
      "The document path provided in the update expression is invalid for update";
  public static final String MISSING_ATTRIBUTE =
      "The provided expression refers to an attribute that does not exist in the item";
  public static final String INCORRECT_TYPE =
      "An operand in the update expression has an incorrect data type";

  private UpdateTexts() {}
}
