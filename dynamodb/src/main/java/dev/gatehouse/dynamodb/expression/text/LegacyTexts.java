package dev.gatehouse.dynamodb.expression.text;

import dev.gatehouse.dynamodb.error.Texts;

/** Texts of the parameters that expressions replaced. */
public final class LegacyTexts {

  public static final String INVALID_OPERATOR =
      Texts.INVALID_PARAMETER + "Invalid comparison operator";
  public static final String SAME_TYPE =
      Texts.INVALID_PARAMETER + "AttributeValues inside AttributeValueList must be of same type";
  public static final String BOUND_ORDER =
      "The BETWEEN condition was provided a range where the lower bound is greater than the upper"
          + " bound";
  public static final String OPERATOR_WITHOUT_CONDITIONS =
      "ConditionalOperator cannot be used without Filter or Expected";
  public static final String OPERATOR_WITH_ONE_CONDITION =
      "ConditionalOperator can only be used when Filter or Expected has two or more elements";

  /** The text of a ConditionalOperator that is neither AND nor OR; ALL is AWS's. */
  public static final String CONDITIONAL_OPERATORS =
      "Failed to satisfy constraint: Member must satisfy enum value set: [ALL, OR]";

  /** The text of an unknown action; the quote is AWS's. */
  public static final String ACTIONS =
      "Member must satisfy enum value set: [ADD, DELETE, PUT]' for Action";

  public static final String VALUE_MISSING =
      Texts.INVALID_PARAMETER
          + "Only DELETE action is allowed when no attribute value is specified";

  /** The text of a stored value whose type does not fit the action; bare. */
  public static final String TYPE_MISMATCH = "Type mismatch for attribute to update";

  private LegacyTexts() {}

  /** Returns the text of an operator with too many or too few arguments. */
  public static String argumentCount(String operator) {
    return Texts.INVALID_PARAMETER
        + "Invalid number of argument(s) for the "
        + operator
        + " ComparisonOperator";
  }

  /** Returns the text of an argument of a type that the operator does not take. */
  public static String argumentType(String operator, String type) {
    return Texts.INVALID_PARAMETER
        + "ComparisonOperator "
        + operator
        + " is not valid for "
        + type
        + " AttributeValue type";
  }

  /** Returns the text of an expectation with two values. */
  public static String twoValues(String attribute) {
    return forAttribute("Value and AttributeValueList cannot be used together", attribute);
  }

  /** Returns the text of an expectation with two kinds of comparison. */
  public static String twoComparisons(String attribute) {
    return forAttribute("Exists and ComparisonOperator cannot be used together", attribute);
  }

  /** Returns the text of an operator without its arguments. */
  public static String valueRequired(String operator, String attribute) {
    return forAttribute(
        "Value or AttributeValueList must be used with ComparisonOperator: " + operator, attribute);
  }

  /** Returns the text of arguments without an operator. */
  public static String operatorRequired(String attribute) {
    return forAttribute("AttributeValueList can only be used with a ComparisonOperator", attribute);
  }

  /** Returns the text of an attribute that is to exist with no value. */
  public static String valueMissing(String exists, String attribute) {
    return forAttribute("Value must be provided when Exists is " + exists, attribute);
  }

  /** Returns the text of an attribute that is not to exist with a value. */
  public static String valueOfNothing(String attribute) {
    return forAttribute("Value cannot be used when Exists is false", attribute);
  }

  private static String forAttribute(String text, String attribute) {
    return Texts.INVALID_PARAMETER + text + " for Attribute: " + attribute;
  }

  /** Returns the text of DELETE with a value that is no set. */
  public static String deletedType(String type) {
    return Texts.INVALID_PARAMETER
        + "DELETE action with value is not supported for the type "
        + type;
  }

  /** Returns the text of ADD with a value that cannot be added. */
  public static String addedType(String type) {
    return Texts.INVALID_PARAMETER + "ADD action is not supported for the type " + type;
  }

  /** Returns the text of an attribute asked for twice. */
  public static String duplicateAttribute(String attribute) {
    return Texts.INVALID_PARAMETER + "Duplicate value in attribute name: " + attribute;
  }
}
