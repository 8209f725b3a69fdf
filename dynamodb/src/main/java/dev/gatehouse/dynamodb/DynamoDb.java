package dev.gatehouse.dynamodb;

import com.google.gson.JsonObject;
import dev.gatehouse.dynamodb.error.DynamoDbException;
import dev.gatehouse.dynamodb.error.ErrorType;
import dev.gatehouse.dynamodb.operation.Engine;
import dev.gatehouse.dynamodb.operation.Operation;
import dev.gatehouse.dynamodb.store.Store;
import dev.gatehouse.dynamodb.store.StoreNotWritable;
import dev.gatehouse.dynamodb.table.Tables;
import dev.gatehouse.dynamodb.wire.Authentication;
import dev.gatehouse.dynamodb.wire.DynamoDbResponse;
import dev.gatehouse.dynamodb.wire.RequestReader;
import dev.gatehouse.dynamodb.wire.Responses;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** DynamoDB: answers requests from tables in a store. */
public final class DynamoDb implements AutoCloseable {

  /** What the targets of all operations begin with. */
  private static final String TARGET = "DynamoDB_20120810.";

  private static final String STREAMS_TARGET = "DynamoDBStreams_20120810.";

  private static final Set<String> WITHOUT_OUTPUT = Set.of("TagResource", "UntagResource");

  private final RequestReader requests = new RequestReader();
  private final Operations operations;
  private final ExpiredItems expiredItems;

  private DynamoDb(Engine engine) {
    this.operations = new Operations(engine);
    this.expiredItems = new ExpiredItems(engine);
  }

  /** Opens the tables in a store, which stays open when this is closed. */
  public static DynamoDb open(Store store, String region, String account, InstantSource clock) {
    return new DynamoDb(new Engine(store, new Tables(store), clock, region, account));
  }

  /**
   * Answers a POST.
   *
   * @param header the value of a header by its name in any case, null if it is absent
   * @param query the parameters of the query
   */
  public DynamoDbResponse answer(
      Function<String, @Nullable String> header, Map<String, String> query, byte[] body) {
    @Nullable String contentType = Responses.contentType(header.apply("Content-Type"), body);
    if (contentType == null) {
      return Responses.unknownContent();
    }
    try {
      JsonObject json = body.length == 0 ? new JsonObject() : requests.parse(body);
      String operation = operation(header.apply("X-Amz-Target"));
      Authentication.check(header, query);
      if (body.length == 0) {
        throw DynamoDbException.withoutMessage(ErrorType.SERIALIZATION);
      }
      JsonObject members = call(operation, json);
      return Responses.success(contentType, WITHOUT_OUTPUT.contains(operation) ? null : members);
    } catch (DynamoDbException e) {
      return Responses.error(contentType, e);
    } catch (StackOverflowError tooDeep) {
      return Responses.error(
          contentType, DynamoDbException.withoutMessage(ErrorType.SERIALIZATION));
    } catch (StoreNotWritable e) {
      System.getLogger(DynamoDb.class.getName()).log(Level.ERROR, e.getMessage());
      return Responses.error(
          contentType,
          DynamoDbException.of(ErrorType.INTERNAL_SERVER_ERROR, String.valueOf(e.getMessage())));
    } catch (RuntimeException e) {
      System.getLogger(DynamoDb.class.getName()).log(Level.ERROR, "a request failed", e);
      return Responses.error(
          contentType,
          DynamoDbException.of(ErrorType.INTERNAL_SERVER_ERROR, "Internal server error"));
    }
  }

  /** Returns the answer to a GET. */
  public static DynamoDbResponse health(String region) {
    return Responses.health(region);
  }

  /** Returns the answer to any other method. */
  public static DynamoDbResponse unknownMethod() {
    return Responses.unknownContent();
  }

  /** Calls an operation from the same process; throws DynamoDbException. */
  public JsonObject call(String operation, JsonObject request) {
    return operations.find(operation).answer(requests.read(operation, request));
  }

  /** Deletes the items that have expired by now; otherwise it is done once a minute. */
  public void deleteExpiredItems() {
    expiredItems.delete();
  }

  private String operation(@Nullable String target) {
    if (target != null && target.startsWith(STREAMS_TARGET)) {
      throw DynamoDbException.of(
          ErrorType.UNKNOWN_OPERATION,
          "Streams are not supported: " + target.substring(STREAMS_TARGET.length()));
    }
    String name =
        target != null && target.startsWith(TARGET) ? target.substring(TARGET.length()) : "";
    Operation unused = operations.find(name); // throws for an unknown one
    return name;
  }

  /** Stops the deletion of expired items. */
  @Override
  public void close() {
    expiredItems.close();
  }
}
