package dev.gatehouse.dynamodb.operation;

import dev.gatehouse.dynamodb.error.DynamoDbException;
import dev.gatehouse.dynamodb.error.ErrorType;
import dev.gatehouse.dynamodb.error.Texts;
import dev.gatehouse.dynamodb.store.Store;
import dev.gatehouse.dynamodb.table.Table;
import dev.gatehouse.dynamodb.table.Tables;
import java.time.InstantSource;

/** What operations work on: the tables of one account in one region. */
public record Engine(
    Store store, Tables tables, InstantSource clock, String region, String account) {

  /** Returns the table of an operation on items, by its name or ARN. */
  public Table table(String nameOrArn) {
    return tables
        .find(name(nameOrArn))
        .orElseThrow(() -> DynamoDbException.of(ErrorType.RESOURCE_NOT_FOUND, Texts.NOT_FOUND));
  }

  /** Returns the table of an operation on tables, by its name or ARN. */
  public Table described(String nameOrArn) {
    String name = name(nameOrArn);
    return tables
        .find(name)
        .orElseThrow(
            () ->
                DynamoDbException.of(
                    ErrorType.RESOURCE_NOT_FOUND,
                    Texts.NOT_FOUND + ": Table: " + name + " not found"));
  }

  /** Returns the name in an ARN, or the name itself; throws for an ARN of elsewhere. */
  public String name(String nameOrArn) {
    if (!nameOrArn.startsWith("arn:")) {
      return nameOrArn;
    }
    String[] parts = nameOrArn.split(":", 6);
    if (parts.length == 6 && !parts[3].equals(region)) {
      throw DynamoDbException.validation(
          "1 validation error detected: Invalid AWS region in '" + nameOrArn + "'");
    }
    if (parts.length == 6 && !parts[4].equals(account)) {
      throw DynamoDbException.of(ErrorType.ACCESS_DENIED, "Access is denied");
    }
    return parts.length == 6 && parts[5].startsWith("table/")
        ? parts[5].substring("table/".length())
        : nameOrArn;
  }

  /** Returns the ARN of a table. */
  public String arn(String table) {
    return "arn:aws:dynamodb:" + region + ":" + account + ":table/" + table;
  }
}
