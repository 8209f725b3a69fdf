package dev.gatehouse.dynamodb.expression.syntax;

/** A token of an expression, with its place in the source. */
record Token(Kind kind, String text, int start, int end) {

  enum Kind {
    /** An identifier, which names an attribute or a function. */
    IDENTIFIER,
    /** {@code #name}. */
    NAME_PLACEHOLDER,
    /** {@code :value}. */
    VALUE_PLACEHOLDER,
    /** Digits without a leading zero. */
    INDEX,
    /** A keyword, in any case. */
    KEYWORD,
    /** A comparison operator, a bracket, or punctuation. */
    SYMBOL,
    /** A character that begins no token. */
    UNKNOWN,
    /** The end of the expression. */
    END
  }

  boolean is(Kind other) {
    return kind == other;
  }

  boolean isSymbol(String symbol) {
    return kind == Kind.SYMBOL && text.equals(symbol);
  }

  /** Returns true for this keyword, which is given in upper case. */
  boolean isKeyword(String keyword) {
    return kind == Kind.KEYWORD && text.equalsIgnoreCase(keyword);
  }
}
