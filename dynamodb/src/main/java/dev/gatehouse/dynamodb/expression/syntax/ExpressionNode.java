package dev.gatehouse.dynamodb.expression.syntax;

/** A node of the syntax tree of a condition. */
public sealed interface ExpressionNode permits ConditionNode, Operand {}
