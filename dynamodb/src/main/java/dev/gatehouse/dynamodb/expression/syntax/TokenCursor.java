package dev.gatehouse.dynamodb.expression.syntax;

import dev.gatehouse.dynamodb.error.DynamoDbException;
import dev.gatehouse.dynamodb.expression.text.ExpressionParameter;
import dev.gatehouse.dynamodb.expression.text.ExpressionTexts;
import java.util.List;

/** The place in an expression that a parser has reached. */
final class TokenCursor {

  private final ExpressionParameter parameter;
  private final String source;
  private final List<Token> tokens;
  private int at;

  TokenCursor(ExpressionParameter parameter, String source) {
    this.parameter = parameter;
    this.source = source;
    this.tokens = Lexer.tokens(source);
  }

  ExpressionParameter parameter() {
    return parameter;
  }

  Token peek() {
    return tokens.get(at);
  }

  /** Returns the token after the next one. */
  Token peekSecond() {
    return tokens.get(Math.min(at + 1, tokens.size() - 1));
  }

  Token next() {
    Token token = peek();
    at = Math.min(at + 1, tokens.size() - 1);
    return token;
  }

  boolean acceptSymbol(String symbol) {
    boolean there = peek().isSymbol(symbol);
    if (there) {
      next();
    }
    return there;
  }

  boolean acceptKeyword(String keyword) {
    boolean there = peek().isKeyword(keyword);
    if (there) {
      next();
    }
    return there;
  }

  Token expect(Token.Kind kind) {
    if (!peek().is(kind)) {
      throw syntaxError();
    }
    return next();
  }

  void expectSymbol(String symbol) {
    if (!acceptSymbol(symbol)) {
      throw syntaxError();
    }
  }

  void expectKeyword(String keyword) {
    if (!acceptKeyword(keyword)) {
      throw syntaxError();
    }
  }

  /**
   * Returns the error of the next token, with the source from the token before to the one after.
   */
  DynamoDbException syntaxError() {
    Token token = peek();
    return parameter.invalid(ExpressionTexts.syntaxError(token.text(), near(token)));
  }

  private String near(Token token) {
    if (token.is(Token.Kind.END)) {
      return at == 0 ? source : tokens.get(at - 1).text();
    }
    int start = at == 0 ? token.start() : tokens.get(at - 1).start();
    Token after = tokens.get(at + 1);
    return source.substring(start, after.is(Token.Kind.END) ? token.end() : after.end());
  }

  /** Returns true if as many parentheses close as open. */
  boolean balanced() {
    int open = 0;
    for (Token token : tokens) {
      if (token.isSymbol("(")) {
        open++;
      } else if (token.isSymbol(")")) {
        open--;
      }
    }
    return open == 0;
  }

  /** Returns true if a parenthesis opens behind another one. */
  boolean hasDoubleParentheses() {
    for (int i = 1; i < tokens.size(); i++) {
      if (tokens.get(i).isSymbol("(") && tokens.get(i - 1).isSymbol("(")) {
        return true;
      }
    }
    return false;
  }

  /** Goes to the end of the expression. */
  void skipToEnd() {
    at = tokens.size() - 1;
  }
}
