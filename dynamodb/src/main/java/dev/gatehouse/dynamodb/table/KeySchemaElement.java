package dev.gatehouse.dynamodb.table;

/**
 * An attribute of a key.
 *
 * @param type S, N or B
 */
public record KeySchemaElement(String name, String type) {}
