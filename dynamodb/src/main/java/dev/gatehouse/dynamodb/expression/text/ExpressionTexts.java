package dev.gatehouse.dynamodb.expression.text;

/** Texts behind {@code Invalid ...Expression: }, as AWS words them in October 2026. */
public final class ExpressionTexts {

  public static final String EMPTY = "The expression can not be empty;";
  public static final String TOO_LARGE = "Expression size has exceeded the maximum allowed size;";
  public static final String REDUNDANT_PARENTHESES = "The expression has redundant parentheses;";

  private ExpressionTexts() {}

  /** Returns the text of a token that cannot follow what is before it. */
  public static String syntaxError(String token, String near) {
    return "Syntax error; token: \"" + token + "\", near: \"" + near + "\"";
  }

  /** Returns the text of an expression with more than 300 operators. */
  public static String tooManyOperators(int count) {
    return "The expression contains too many operators; operator count: " + count;
  }

  /** Returns the text of a function that DynamoDB does not have. */
  public static String unknownFunction(String function) {
    return "Invalid function name; function: " + function;
  }

  /** Returns the text of a function of updates in a condition. */
  public static String notInConditions(String function) {
    return "The function is not allowed in a condition expression; function: " + function;
  }

  /** Returns the text of a function of conditions in an update. */
  public static String notInUpdates(String function) {
    return "The function is not allowed in an update expression; function: " + function;
  }

  /** Returns the text of a function in the wrong place. */
  public static String misusedFunction(String function) {
    return "The function is not allowed to be used this way in an expression; function: "
        + function;
  }

  /** Returns the text of a reserved word used as a name. */
  public static String reservedWord(String word) {
    return "Attribute name is a reserved keyword; reserved keyword: " + word;
  }

  /** Returns the text of a list index beyond 32 bits; unsourced. */
  public static String indexOutOfRange(String index) {
    return "List index is not within the allowable range; index: [" + index + "]";
  }

  /** Returns the text of a document path with more than 32 elements; unsourced. */
  public static String pathTooDeep(int levels) {
    return "The document path has too many nesting levels; nesting levels: " + levels;
  }

  /** Returns the text of a placeholder that is not in ExpressionAttributeNames. */
  public static String undefinedName(String placeholder) {
    return "An expression attribute name used in the document path is not defined;"
        + " attribute name: "
        + placeholder;
  }

  /** Returns the text of a placeholder that is not in ExpressionAttributeValues. */
  public static String undefinedValue(String placeholder) {
    return "An expression attribute value used in expression is not defined; attribute value: "
        + placeholder;
  }

  /** Returns the text of a function with too many or too few operands. */
  public static String operandCount(String function, int operands) {
    return "Incorrect number of operands for operator or function; operator or function: "
        + function
        + ", number of operands: "
        + operands;
  }

  /** Returns the text of an operator both of whose operands are the same document path. */
  public static String sameOperands(String operator, String path) {
    return "The first operand must be distinct from the remaining operands for this operator or"
        + " function; operator: "
        + operator
        + ", first operand: "
        + path;
  }

  /** Returns the text of a value where a document path belongs. */
  public static String pathRequired(String function) {
    return "Operator or function requires a document path; operator or function: " + function;
  }

  /** Returns the text of an operand of the wrong type. */
  public static String operandType(String operator, String type) {
    return "Incorrect operand type for operator or function; operator or function: "
        + operator
        + ", operand type: "
        + type;
  }

  /** Returns the text of a value of the wrong type in ADD or DELETE. */
  public static String clauseOperandType(String clause, String type) {
    return "Incorrect operand type for operator or function; operator: "
        + clause
        + ", operand type: "
        + type
        + ", typeSet: ALLOWED_FOR_ADD_OPERAND";
  }

  /** Returns the text of attribute_type with a string that names no type. */
  public static String unknownType(String type) {
    return "Invalid attribute type name found; type: "
        + type
        + ", valid types: {B,NULL,SS,BOOL,L,BS,N,NS,S,M}";
  }

  /** Returns the text of BETWEEN with bounds of two types. */
  public static String boundTypes(String lower, String upper) {
    return "The BETWEEN operator requires same data type for lower and upper bounds;"
        + bounds(lower, upper);
  }

  /** Returns the text of BETWEEN with a lower bound above the upper. */
  public static String boundOrder(String lower, String upper) {
    return "The BETWEEN operator requires upper bound to be greater than or equal to lower bound;"
        + bounds(lower, upper);
  }

  private static String bounds(String lower, String upper) {
    return " lower bound operand: AttributeValue: {"
        + lower
        + "}, upper bound operand: AttributeValue: {"
        + upper
        + "}";
  }

  /** Returns the text of IN with more than 100 operands. */
  public static String tooManyInOperands(int operands) {
    return "The IN operator is provided with too many operands; number of operands: " + operands;
  }

  /** Returns the text of two paths of which one contains the other. */
  public static String overlap(String one, String two) {
    return "Two document paths overlap with each other;" + paths(one, two);
  }

  /** Returns the text of two paths that need an attribute to be both a map and a list. */
  public static String conflict(String one, String two) {
    return "Two document paths conflict with each other;" + paths(one, two);
  }

  private static String paths(String one, String two) {
    return " must remove or rewrite one of these paths; path one: " + one + ", path two: " + two;
  }

  /** Returns the text of a clause that an update has twice. */
  public static String repeatedClause(String clause) {
    return "The \"" + clause + "\" section can only be used once in an update expression;";
  }
}
