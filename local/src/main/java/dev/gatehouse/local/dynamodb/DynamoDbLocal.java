package dev.gatehouse.local.dynamodb;

import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.http.Service;
import dev.gatehouse.local.plan.Plan;
import dev.gatehouse.local.plan.Resource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Is Amazon DynamoDB: AWS's DynamoDB Local in a child process. */
public final class DynamoDbLocal implements Service, AutoCloseable {

  private static final String UNAVAILABLE =
      "{\"__type\":\"com.amazonaws.dynamodb.v20120810#InternalServerError\","
          + "\"message\":\"DynamoDB Local does not answer\"}";

  private final Child child;
  private final Forwarding forwarding = new Forwarding();

  private DynamoDbLocal(Child child) {
    this.child = child;
  }

  /**
   * Starts the process and returns at once; whoever needs it waits for it.
   *
   * @param data the directory that keeps the tables, null for tables in memory
   */
  public static DynamoDbLocal start(@Nullable Path data) {
    try {
      return new DynamoDbLocal(Child.start(data == null ? null : data.resolve("dynamodb")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Creates the tables of the plan and keeps those that are there already; throws {@code
   * PlanInvalid} for one that cannot be had.
   */
  public void createTables(Plan plan) {
    URI unused = child.endpoint(); // says why it did not start, before any table is blamed
    Tables tables = new Tables(this);
    for (Resource table : plan.ofType("aws:dynamodb/table:Table")) {
      tables.create(TableCheck.table(table));
    }
  }

  /** Returns where the process listens, once it does. */
  public URI endpoint() {
    return child.endpoint();
  }

  @Override
  public Response answer(Request request) {
    try {
      return forwarding.send(request, child.endpoint());
    } catch (IOException | IllegalStateException e) {
      return Response.of(500, "application/x-amz-json-1.0", UNAVAILABLE);
    }
  }

  /** Ends the process. */
  @Override
  public void close() {
    child.close();
  }
}
