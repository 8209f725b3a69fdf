package dev.gatehouse.dynamodb.expression.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The lexer of expressions. It refuses nothing: what it does not know is a token of its own. */
final class Lexer {

  private static final Set<String> KEYWORDS =
      Set.of("AND", "OR", "NOT", "BETWEEN", "IN", "SET", "REMOVE", "ADD", "DELETE");

  private static final String SYMBOLS = "=<>()[],.+-";
  private static final Set<String> LONG_SYMBOLS = Set.of("<>", "<=", ">=");
  private static final String END = "<EOF>";

  private final String source;
  private final List<Token> tokens = new ArrayList<>();

  private Lexer(String source) {
    this.source = source;
  }

  /** Returns the tokens of an expression; the last one is its end. */
  static List<Token> tokens(String source) {
    Lexer lexer = new Lexer(source);
    int at = 0;
    while (at < source.length()) {
      at = isBlank(source.charAt(at)) ? at + 1 : lexer.token(at);
    }
    lexer.tokens.add(new Token(Token.Kind.END, END, source.length(), source.length()));
    return lexer.tokens;
  }

  private int token(int start) {
    char first = source.charAt(start);
    if (isLetter(first)) {
      int end = word(start + 1);
      String text = source.substring(start, end);
      boolean keyword = KEYWORDS.contains(text.toUpperCase(Locale.ROOT));
      return add(keyword ? Token.Kind.KEYWORD : Token.Kind.IDENTIFIER, start, end);
    }
    if (isDigit(first)) {
      return add(Token.Kind.INDEX, start, first == '0' ? start + 1 : digits(start + 1));
    }
    int afterWord = word(start + 1);
    if (first == '#' && afterWord > start + 1) {
      return add(Token.Kind.NAME_PLACEHOLDER, start, afterWord);
    }
    if (first == ':' && afterWord > start + 1) {
      return add(Token.Kind.VALUE_PLACEHOLDER, start, afterWord);
    }
    if (SYMBOLS.indexOf(first) >= 0) {
      int two = Math.min(start + 2, source.length());
      boolean isLong = LONG_SYMBOLS.contains(source.substring(start, two));
      return add(Token.Kind.SYMBOL, start, isLong ? two : start + 1);
    }
    return add(Token.Kind.UNKNOWN, start, start + Character.charCount(source.codePointAt(start)));
  }

  private int add(Token.Kind kind, int start, int end) {
    tokens.add(new Token(kind, source.substring(start, end), start, end));
    return end;
  }

  private int word(int at) {
    int end = at;
    while (end < source.length() && isPartOfWord(source.charAt(end))) {
      end++;
    }
    return end;
  }

  private int digits(int at) {
    int end = at;
    while (end < source.length() && isDigit(source.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isPartOfWord(char c) {
    return isLetter(c) || isDigit(c) || c == '_';
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
  }
}
