package dev.gatehouse.local.cognito.imports;

import com.google.gson.JsonObject;
import dev.gatehouse.local.awsjson.Json;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An import job; immutable.
 *
 * @param url where the file is uploaded
 * @param started null before the start
 * @param outcome null before the end
 */
public record UserImportJob(
    String id,
    String name,
    String poolId,
    String roleArn,
    String url,
    Instant created,
    @Nullable Instant started,
    @Nullable Outcome outcome) {

  /**
   * How a job ended.
   *
   * @param imported the users that were created
   * @param skipped the rows of users that the pool had
   * @param failed the rows that are no users
   */
  public record Outcome(
      boolean succeeded,
      long imported,
      long skipped,
      long failed,
      String message,
      Instant completed) {}

  UserImportJob started(Instant now) {
    return new UserImportJob(id, name, poolId, roleArn, url, created, now, null);
  }

  UserImportJob ended(Outcome end) {
    return new UserImportJob(id, name, poolId, roleArn, url, created, started, end);
  }

  /** Returns the job as operations return it. */
  public JsonObject json() {
    JsonObject json =
        Json.object(
            "JobName",
            name,
            "JobId",
            id,
            "UserPoolId",
            poolId,
            "PreSignedUrl",
            url,
            "CreationDate",
            Json.epochSeconds(created),
            "Status",
            status(),
            "CloudWatchLogsRoleArn",
            roleArn,
            "ImportedUsers",
            outcome == null ? 0 : outcome.imported(),
            "SkippedUsers",
            outcome == null ? 0 : outcome.skipped(),
            "FailedUsers",
            outcome == null ? 0 : outcome.failed());
    if (started != null) {
      json.add("StartDate", Json.epochSeconds(started));
    }
    if (outcome != null) {
      json.add("CompletionDate", Json.epochSeconds(outcome.completed()));
      json.addProperty("CompletionMessage", outcome.message());
    }
    return json;
  }

  private String status() {
    if (outcome != null) {
      return outcome.succeeded() ? "Succeeded" : "Failed";
    }
    return started == null ? "Created" : "Pending";
  }
}
