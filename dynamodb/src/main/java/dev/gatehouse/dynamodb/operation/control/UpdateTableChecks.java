package dev.gatehouse.dynamodb.operation.control;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import dev.gatehouse.dynamodb.error.DynamoDbException;
import dev.gatehouse.dynamodb.wire.Parameters;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The checks of UpdateTable that do not need the table: what one request may change together. */
final class UpdateTableChecks {

  private static final List<String> CHANGES =
      List.of(
          "ProvisionedThroughput",
          "BillingMode",
          "StreamSpecification",
          "SSESpecification",
          "DeletionProtectionEnabled",
          "OnDemandThroughput",
          "WarmThroughput",
          "TableClass");

  private final Parameters request;
  private final JsonArray indexUpdates;

  UpdateTableChecks(Parameters request) {
    this.request = request;
    this.indexUpdates = KeyChecks.list(request, "GlobalSecondaryIndexUpdates");
  }

  void check() {
    List<String> changes = CHANGES.stream().filter(this::changes).toList();
    if (request.has("ReplicaUpdates") || request.has("MultiRegionConsistency")) {
      // Not AWS's text: an answer is better than a change that is dropped.
      throw DynamoDbException.validation("Replicas are not supported");
    }
    checkIndexUpdates();
    refuseEmptyList(changes);
    checkCombinations(changes);
    if (changes.isEmpty() && indexUpdates.isEmpty()) {
      throw DynamoDbException.validation(
          "At least one of ProvisionedThroughput, BillingMode, UpdateStreamEnabled,"
              + " GlobalSecondaryIndexUpdates, SSESpecification, ReplicaUpdates,"
              + " MultiAccountReplicaReady, ReplicaTransitRoleArn, MultiRegionConsistency,"
              + " DeletionProtectionEnabled, OnDemandThroughput, WarmThroughput or TableClass is"
              + " required");
    }
    OptionChecks.checkClass(request);
    checkStream();
    OptionChecks.checkEncryption(request);
    if (provisioned() && !request.has("ProvisionedThroughput")) {
      throw DynamoDbException.invalidParameter(
          "ProvisionedThroughput must be specified when BillingMode is PROVISIONED");
    }
  }

  /** Returns true if a member changes something; ceilings without a member do not. */
  private boolean changes(String member) {
    return request.has(member)
        && !(member.equals("OnDemandThroughput") && request.structure(member).json().isEmpty());
  }

  private boolean provisioned() {
    return request.string("BillingMode", "").equals("PROVISIONED");
  }

  private void checkIndexUpdates() {
    Set<String> names = new HashSet<>();
    for (JsonElement each : indexUpdates) {
      List<String> actions =
          Stream.of("Update", "Create", "Delete").filter(request.of(each)::has).toList();
      if (actions.isEmpty()) {
        throw DynamoDbException.invalidParameter(
            "One of GlobalSecondaryIndexUpdate.Update, GlobalSecondaryIndexUpdate.Create,"
                + " GlobalSecondaryIndexUpdate.Delete must not be null");
      }
      if (actions.size() > 1) {
        throw DynamoDbException.invalidParameter(
            "Only one global secondary index action is allowed per GlobalSecondaryIndexUpdate"
                + " object");
      }
      String name = request.of(each).structure(actions.getFirst()).string("IndexName", "");
      if (!names.add(name)) {
        throw DynamoDbException.invalidParameter(
            "Only one global secondary index update per index is allowed simultaneously. Index: "
                + name);
      }
    }
  }

  private void refuseEmptyList(List<String> changes) {
    boolean empty = request.has("GlobalSecondaryIndexUpdates") && indexUpdates.isEmpty();
    if (empty && !changes.isEmpty()) {
      throw DynamoDbException.invalidParameter("List of GlobalSecondaryIndexUpdates is empty");
    }
  }

  private void checkCombinations(List<String> changes) {
    boolean several = changes.size() + (indexUpdates.isEmpty() ? 0 : 1) > 1;
    boolean indexes = hasAction("Create") || hasAction("Delete");
    boolean throughput = changes.contains("ProvisionedThroughput");
    boolean stream = changes.contains("StreamSpecification");
    refuseIf(
        several && changes.contains("SSESpecification"),
        "Server-Side Encryption modification must be the only operation in the request");
    refuseIf(
        several && changes.contains("TableClass"),
        "TableClass modification must be the only operation in the request");
    refuseIf(
        several && changes.contains("DeletionProtectionEnabled"),
        "DeletionProtection modification must be the only operation in the request");
    refuseIf(
        changes.contains("WarmThroughput") && hasAction("Create"),
        "Create global secondary index cannot be specified when updating WarmThroughput");
    refuseIf(
        several && changes.contains("WarmThroughput"),
        "WarmThroughput must be the only operation in the request");
    refuseIf(
        changes.contains("OnDemandThroughput") && (throughput || stream || !indexUpdates.isEmpty()),
        "OnDemandThroughput can only be combined with BillingMode in an UpdateTable request");
    refuseIf(
        stream && (throughput || provisioned()),
        "You cannot modify stream status while updating table IOPS");
    refuseIf(indexes && throughput, "You cannot create or delete index while updating table IOPS");
    refuseIf(indexes && stream, "You cannot create or delete index while changing stream status");
  }

  private boolean hasAction(String action) {
    for (JsonElement each : indexUpdates) {
      if (request.of(each).has(action)) {
        return true;
      }
    }
    return false;
  }

  private void checkStream() {
    if (request.has("StreamSpecification")) {
      Parameters stream = request.structure("StreamSpecification");
      refuseIf(
          stream.flag("StreamEnabled") && !stream.has("StreamViewType"),
          "If stream is being enabled then UpdateViewType is required");
      refuseIf(
          !stream.flag("StreamEnabled") && stream.has("StreamViewType"),
          "If stream is being disabled, then UpdateViewType must not be specified");
    }
  }

  private static void refuseIf(boolean refused, String text) {
    if (refused) {
      throw DynamoDbException.invalidParameter(text);
    }
  }
}
