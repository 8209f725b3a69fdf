package dev.gatehouse.local.cognito.settings;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The Lambda triggers of a user pool.
 *
 * @param functions the function ARN of each configured trigger
 * @param kmsKeyArn the KMS key that encrypts codes for the custom e-mail sender, null without one
 */
public record LambdaConfig(Map<Trigger, String> functions, @Nullable String kmsKeyArn) {
  private static final String KEY = "KMSKeyID";

  static LambdaConfig of(SettingsReader config) {
    Map<Trigger, String> functions = new EnumMap<>(Trigger.class);
    for (Trigger trigger : Trigger.values()) {
      String arn = arn(config, trigger);
      if (!arn.isEmpty()) {
        functions.put(trigger, arn);
      }
    }
    String key = key(config, functions.containsKey(Trigger.CUSTOM_EMAIL_SENDER));
    config.rejectUnread("is not supported; supported triggers are " + supportedTriggers());
    return new LambdaConfig(functions, key);
  }

  private static String supportedTriggers() {
    List<String> names = Arrays.stream(Trigger.values()).map(Trigger::awsName).toList();
    int last = names.size() - 1;
    return String.join(", ", names.subList(0, last)) + " and " + names.get(last);
  }

  private static String arn(SettingsReader config, Trigger trigger) {
    return trigger == Trigger.CUSTOM_EMAIL_SENDER
        ? sender(config.object(trigger.awsName()))
        : functionArn(config, trigger.awsName());
  }

  /**
   * Returns the function ARN of a custom sender. Only V1_0 is supported, because later versions
   * have other events.
   */
  private static String sender(SettingsReader sender) {
    String arn = functionArn(sender, "LambdaArn");
    sender.allowOnly("LambdaVersion", "V1_0");
    if (!arn.isEmpty() && sender.text("LambdaVersion").isEmpty()) {
      throw sender.error("LambdaVersion", "is missing");
    }
    sender.rejectUnread("is not supported");
    return arn;
  }

  private static @Nullable String key(SettingsReader config, boolean sender) {
    String arn = config.text(KEY).orElse("");
    if (sender && !arn.matches("arn:aws:kms:[\\w-]+:[0-9]+:key/[\\w-]+")) {
      throw config.error(KEY, "has to be the ARN of a key with a CustomEmailSender");
    }
    if (!sender && !arn.isEmpty()) {
      throw config.error(KEY, "has no effect without a CustomEmailSender");
    }
    return sender ? arn : null;
  }

  private static String functionArn(SettingsReader config, String key) {
    String arn = config.text(key).orElse("");
    if (!arn.isEmpty()
        && !arn.matches("arn:aws:lambda:[\\w-]+:[0-9]+:function:[\\w-]+(:[\\w$-]+)?")) {
      throw config.error(key, "has to be the ARN of a function");
    }
    return arn;
  }
}
