package dev.gatehouse.dynamodb.expression.text;

/** Texts of key conditions and of key attributes in other expressions. */
public final class KeyConditionTexts {

  /** Behind {@code Invalid KeyConditionExpression: }. */
  public static final String ONE_CONDITION_PER_KEY =
      "KeyConditionExpressions must only contain one condition per key";

  /** Behind {@code Invalid KeyConditionExpression: }; the prefix is unsourced. */
  public static final String NESTED_OPERATION =
      "KeyConditionExpressions cannot contain nested operations";

  /** Behind {@code Invalid KeyConditionExpression: }. */
  public static final String NESTED_ATTRIBUTE =
      "KeyConditionExpressions cannot have conditions on nested attributes";

  private static final String INVALID_CONDITION = "Invalid condition in KeyConditionExpression: ";

  public static final String SEVERAL_ATTRIBUTES =
      INVALID_CONDITION + "Multiple attribute names used in one condition";
  public static final String NO_ATTRIBUTE = INVALID_CONDITION + "No key attribute specified";
  public static final String NOT_SUPPORTED = "Query key condition not supported";
  public static final String NOT_INDEXABLE =
      "Attempted conditional constraint is not an indexable operation";
  public static final String CONDITIONS_LENGTH = "Conditions can be of length 1 or 2 only";

  /** Behind {@code One or more parameter values were invalid: }. */
  public static final String TYPE_MISMATCH = "Condition parameter type does not match schema type";

  private KeyConditionTexts() {}

  /** Returns the text of an operator that keys cannot have. */
  public static String invalidOperator(String operator) {
    return "Invalid operator used in KeyConditionExpression: " + operator;
  }

  /** Returns the text of an operator that begins with a value. */
  public static String attributeFirst(String operator) {
    return INVALID_CONDITION
        + operator
        + " operator must have the key attribute as its first operand";
  }

  /** Returns the text of a query with more conditions than its key has attributes. */
  public static String tooMany(int conditions, int attributes) {
    return "The number of query conditions ("
        + conditions
        + ") exceeds the number of key attributes defined in the schema ("
        + attributes
        + ")";
  }

  /** Returns the text of a key attribute without a condition. */
  public static String missing(String attribute) {
    return "Query condition missed key schema element: " + attribute;
  }

  /** Returns the text of a path that leads into a key attribute of the table. */
  public static String nestedKey(String attribute) {
    return nested("Key: " + attribute);
  }

  /** Returns the text of a path that leads into a key attribute of an index. */
  public static String nestedIndexKey(String attribute) {
    return nested("IndexKey: " + attribute);
  }

  private static String nested(String key) {
    return "Key attributes must be scalars; list random access '[]' and map lookup '.' are not"
        + " allowed: "
        + key;
  }

  /** Returns the text, behind that of invalid values, of an update of a key attribute. */
  public static String updatedKey(String attribute) {
    return "Cannot update attribute " + attribute + ". This attribute is part of the key";
  }

  /** Returns the text of a filter on a key attribute; the filter is named as AWS names it. */
  public static String filteredKey(String filter, String attribute) {
    return filter
        + " can only contain non-primary key attributes: Primary key attribute: "
        + attribute;
  }

  /** Returns the text of an empty key value; the kind is string or binary. */
  public static String emptyKey(String kind, String attribute) {
    return "One or more parameter values are not valid. The AttributeValue for a key attribute"
        + " cannot contain an empty "
        + kind
        + " value. Key: "
        + attribute;
  }

  /** Behind {@code One or more parameter values were invalid: }; AWS's blank is missing. */
  public static final String LARGE_PARTITION_KEY =
      "Size of hashkey has exceeded the maximum size limit of2048 bytes";

  /** Behind {@code One or more parameter values were invalid: }. */
  public static final String LARGE_SORT_KEY =
      "Aggregated size of all range keys has exceeded the size limit of 1024 bytes";
}
