package dev.gatehouse.dynamodb.expression.syntax;

import dev.gatehouse.dynamodb.expression.text.ExpressionParameter;
import java.util.Set;

/**
 * A parsed expression.
 *
 * @param <T> the root of its tree
 * @param parameter the parameter that carries it
 * @param root the root
 * @param placeholders the placeholders of names and values that it uses
 */
public record Syntax<T>(ExpressionParameter parameter, T root, Set<String> placeholders) {}
