package dev.gatehouse.pulumi.data;

import com.pulumi.aws.dynamodb.inputs.GetTablePlainArgs;
import dev.gatehouse.pulumi.lookup.Lookup;
import dev.gatehouse.pulumi.settings.SettingInvalid;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * A table that the program did not declare. DynamoDB restores a table without its protection, its
 * recovery and its time to live, so one that lacks them is refused with the command that sets it.
 *
 * @param table what DynamoDB says of it
 */
record RestoredTable(String name, Map<String, Object> table, boolean protectData) {
  private static final String SETTING = "gatehouse:usersTableName";

  /** Looks the table up, before anything is declared that depends on it. */
  static RestoredTable find(String name, boolean protectData) {
    try {
      return new RestoredTable(
          name, Lookup.TABLE.now(GetTablePlainArgs.builder().name(name).build()), protectData);
    } catch (CompletionException missing) {
      throw new SettingInvalid(
          "%s is %s, but the region has no such table, or it may not be described: pulumi config rm usersTableName, or restore it first (docs/recovery.md)"
              .formatted(SETTING, name));
    }
  }

  /**
   * Returns the ARN of a table with this key, whose items expire by this attribute.
   *
   * @throws SettingInvalid if it is another table, or lacks what restoring leaves out
   */
  String arn(String key, String expiry) {
    require(
        key.equals(table.get("hashKey")) && text(table, "rangeKey").isEmpty(),
        "has another key than " + key,
        "pulumi config rm usersTableName");
    require(
        isEnabled("pointInTimeRecovery"),
        "has no point-in-time recovery",
        "aws dynamodb update-continuous-backups --point-in-time-recovery-specification"
            + " PointInTimeRecoveryEnabled=true --table-name "
            + name);
    require(
        isEnabled("ttl") && expiry.equals(text(map("ttl"), "attributeName")),
        "keeps tombstones for ever",
        "aws dynamodb update-time-to-live --time-to-live-specification"
            + " Enabled=true,AttributeName=%s --table-name %s".formatted(expiry, name));
    require(
        !protectData || Boolean.TRUE.equals(table.get("deletionProtectionEnabled")),
        "is not protected from deletion",
        "aws dynamodb update-table --deletion-protection-enabled --table-name " + name);
    return text(table, "arn");
  }

  private boolean isEnabled(String feature) {
    return Boolean.TRUE.equals(map(feature).get("enabled"));
  }

  private Map<?, ?> map(String member) {
    return table.get(member) instanceof Map<?, ?> map ? map : Map.of();
  }

  private static String text(Map<?, ?> map, String member) {
    @Nullable Object value = map.get(member);
    return value instanceof String text ? text : "";
  }

  private void require(boolean fulfilled, String otherwise, String command) {
    if (!fulfilled) {
      throw new SettingInvalid(
          "%s is %s, but that table %s: %s".formatted(SETTING, name, otherwise, command));
    }
  }
}
