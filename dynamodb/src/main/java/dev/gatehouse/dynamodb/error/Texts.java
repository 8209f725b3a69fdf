package dev.gatehouse.dynamodb.error;

/** Texts that several operations answer; AWS changes them as a family. */
public final class Texts {

  /** The beginning of many texts of ValidationException. */
  public static final String INVALID_PARAMETER = "One or more parameter values were invalid: ";

  public static final String EMPTY_VALUE =
      "Supplied AttributeValue is empty, must contain exactly one of the supported datatypes";

  public static final String SEVERAL_TYPES =
      "Supplied AttributeValue has more than one datatypes set,"
          + " must contain exactly one of the supported datatypes";

  public static final String NULL_FALSE =
      INVALID_PARAMETER + "Null attribute value types must have the value of true";

  public static final String NESTING =
      "Nesting Levels have exceeded supported limits:"
          + " Attributes in the item have nested levels beyond supported limit";

  /** What is said of an updated item. */
  public static final String NESTING_OF_RESULT = "Nesting Levels have exceeded supported limits";

  public static final String EMPTY_NAME = "Empty attribute name";

  public static final String LONG_NAME =
      "Attribute name is too large, must be less than 65536 bytes";

  public static final String NUMBER_OVERFLOW =
      "Number overflow. Attempting to store a number with magnitude larger than supported range";

  public static final String NUMBER_UNDERFLOW =
      "Number underflow. Attempting to store a number with magnitude smaller than supported range";

  public static final String NUMBER_DIGITS =
      "Attempting to store more than 38 significant digits in a Number";

  public static final String NOT_A_NUMBER = "The parameter cannot be converted to a numeric value";

  public static final String KEY_MISMATCH = "The provided key element does not match the schema";

  public static final String CONDITION_FAILED = "The conditional request failed";

  public static final String NOT_FOUND = "Requested resource not found";

  private Texts() {}
}
