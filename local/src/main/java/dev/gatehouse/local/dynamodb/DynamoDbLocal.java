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

/** DynamoDB: AWS's DynamoDB Local in a child process. */
public final class DynamoDbLocal implements Service, AutoCloseable {

  private static final String UNAVAILABLE =
      "{\"__type\":\"com.amazonaws.dynamodb.v20120810#InternalServerError\","
          + "\"message\":\"DynamoDB Local does not answer\"}";

  private final DynamoDbLocalProcess process;
  private final RequestForwarder forwarder = new RequestForwarder();

  private DynamoDbLocal(DynamoDbLocalProcess process) {
    this.process = process;
  }

  /**
   * Starts the process and returns at once; the first request waits until it is ready.
   *
   * @param data the data directory, null for tables in memory
   */
  public static DynamoDbLocal start(@Nullable Path data) {
    try {
      return new DynamoDbLocal(
          DynamoDbLocalProcess.start(data == null ? null : data.resolve("dynamodb")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Creates the tables of the plan that do not exist yet; throws {@code PlanInvalid} for an
   * unsupported table.
   */
  public void createTables(Plan plan) {
    URI unused = process.endpoint(); // throws if the process did not start
    TableCreator tables = new TableCreator(this);
    for (Resource table : plan.ofType("aws:dynamodb/table:Table")) {
      tables.create(TableCheck.table(table));
    }
  }

  /** Waits for the process and returns its URL. */
  public URI endpoint() {
    return process.endpoint();
  }

  @Override
  public Response handle(Request request) {
    try {
      return forwarder.forward(request, process.endpoint());
    } catch (IOException | IllegalStateException e) {
      return Response.of(500, "application/x-amz-json-1.0", UNAVAILABLE);
    }
  }

  /** Ends the process. */
  @Override
  public void close() {
    process.close();
  }
}
