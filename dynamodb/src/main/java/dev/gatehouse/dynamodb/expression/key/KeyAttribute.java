package dev.gatehouse.dynamodb.expression.key;

/**
 * An attribute of a key schema.
 *
 * @param name its name
 * @param type its type on the wire: S, N or B
 */
public record KeyAttribute(String name, String type) {}
