package dev.gatehouse.local.cognito.settings;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Says which functions a pool calls.
 *
 * @param functions the ARN of the function of each trigger set
 * @param codeKey the ARN of the key that codes for the custom sender are sealed with, null where
 *     Cognito sends the mails
 */
public record LambdaConfig(Map<Trigger, String> functions, @Nullable String codeKey) {
  private static final String CALLED_HERE =
      "is a trigger that this machine does not call;"
          + " it calls PreSignUp, CustomMessage, CustomEmailSender and PostConfirmation";
  private static final String KEY = "KMSKeyID";

  static LambdaConfig of(Declared config) {
    Map<Trigger, String> functions = new EnumMap<>(Trigger.class);
    for (Trigger trigger : Trigger.values()) {
      String arn = arn(config, trigger);
      if (!arn.isEmpty()) {
        functions.put(trigger, arn);
      }
    }
    String key = key(config, functions.containsKey(Trigger.CUSTOM_EMAIL_SENDER));
    config.refuseTheRest(CALLED_HERE);
    return new LambdaConfig(functions, key);
  }

  private static String arn(Declared config, Trigger trigger) {
    return trigger == Trigger.CUSTOM_EMAIL_SENDER
        ? sender(config.object(trigger.awsName()))
        : functionArn(config, trigger.awsName());
  }

  /** The events of a later version would look otherwise. */
  private static String sender(Declared sender) {
    String arn = functionArn(sender, "LambdaArn");
    sender.only("LambdaVersion", "V1_0");
    if (!arn.isEmpty() && sender.text("LambdaVersion").isEmpty()) {
      throw sender.refused("LambdaVersion", "is missing");
    }
    sender.refuseTheRest("is no part of a custom sender");
    return arn;
  }

  private static @Nullable String key(Declared config, boolean sender) {
    String arn = config.text(KEY).orElse("");
    if (sender && !arn.matches("arn:aws:kms:[\\w-]+:[0-9]+:key/[\\w-]+")) {
      throw config.refused(KEY, "has to be the ARN of a key beside a CustomEmailSender");
    }
    if (!sender && !arn.isEmpty()) {
      throw config.refused(KEY, "is of no use without a CustomEmailSender");
    }
    return sender ? arn : null;
  }

  private static String functionArn(Declared config, String key) {
    String arn = config.text(key).orElse("");
    if (!arn.isEmpty()
        && !arn.matches("arn:aws:lambda:[\\w-]+:[0-9]+:function:[\\w-]+(:[\\w$-]+)?")) {
      throw config.refused(key, "has to be the ARN of a function");
    }
    return arn;
  }
}
