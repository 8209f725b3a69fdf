package dev.gatehouse.local.awsjson;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.gatehouse.local.http.Request;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** The operations of one AWS service, by name. */
public final class OperationRegistry {
  private final String targetPrefix;
  private final ServiceErrors errors;
  private final Map<String, Operation> byName = new HashMap<>();

  /**
   * Creates the registry of a service.
   *
   * @param targetPrefix the part of X-Amz-Target before the operation, such as {@code
   *     TrentService.}
   */
  public OperationRegistry(
      String targetPrefix, ServiceErrors errors, Collection<? extends Operation> operations) {
    this.targetPrefix = targetPrefix;
    this.errors = errors;
    operations.forEach(operation -> byName.put(operation.name(), operation));
  }

  /**
   * Executes the operation that an HTTP request names and returns its result, JSON null for an
   * empty body; throws {@link AwsException} for every other outcome.
   */
  public JsonElement execute(Request request) {
    String target = request.header("X-Amz-Target").orElse("");
    String name = target.startsWith(targetPrefix) ? target.substring(targetPrefix.length()) : "";
    return execute(find(name, target), AwsRequest.parse(request.text()));
  }

  /** Executes the operation of this name, as for a client; throws {@link AwsException}. */
  public JsonElement execute(String name, JsonObject members) {
    return execute(find(name, name), members);
  }

  private Operation find(String name, String target) {
    Operation operation = byName.get(name);
    if (operation == null) {
      throw errors.unknownOperation(target);
    }
    return operation;
  }

  private JsonElement execute(Operation operation, JsonElement body) {
    JsonObject members = operation.shape().check(body, errors);
    for (String member : operation.shape().unknownMembers(members)) {
      errors
          .unknownMember(operation.name(), member)
          .ifPresent(
              error -> {
                throw error;
              });
    }
    return operation.execute(new AwsRequest(members));
  }
}
