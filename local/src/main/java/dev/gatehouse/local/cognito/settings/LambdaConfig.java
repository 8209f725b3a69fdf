package dev.gatehouse.local.cognito.settings;

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

  /** The triggers that LambdaConfig sets by the ARN of a function. */
  private static final List<Trigger> PLAIN =
      List.of(
          Trigger.PRE_SIGN_UP,
          Trigger.CUSTOM_MESSAGE,
          Trigger.POST_CONFIRMATION,
          Trigger.PRE_AUTHENTICATION,
          Trigger.POST_AUTHENTICATION,
          Trigger.USER_MIGRATION,
          Trigger.DEFINE_AUTH_CHALLENGE,
          Trigger.CREATE_AUTH_CHALLENGE,
          Trigger.VERIFY_AUTH_CHALLENGE_RESPONSE);

  static LambdaConfig of(SettingsReader config) {
    Map<Trigger, String> functions = new EnumMap<>(Trigger.class);
    PLAIN.forEach(trigger -> put(functions, trigger, functionArn(config, trigger.awsName())));
    put(functions, Trigger.CUSTOM_EMAIL_SENDER, sender(config.object("CustomEmailSender")));
    putTokenGeneration(functions, config);
    String key = key(config, functions.containsKey(Trigger.CUSTOM_EMAIL_SENDER));
    config.rejectUnread(
        "is not supported; supported triggers are PreSignUp, CustomMessage, CustomEmailSender,"
            + " PostConfirmation, PreAuthentication, PostAuthentication, PreTokenGeneration,"
            + " UserMigration, DefineAuthChallenge, CreateAuthChallenge and"
            + " VerifyAuthChallengeResponse");
    return new LambdaConfig(functions, key);
  }

  private static void put(Map<Trigger, String> functions, Trigger trigger, String arn) {
    if (!arn.isEmpty()) {
      functions.put(trigger, arn);
    }
  }

  /** Reads both settings of this trigger, which have to name one function. */
  private static void putTokenGeneration(Map<Trigger, String> functions, SettingsReader config) {
    String plain = functionArn(config, "PreTokenGeneration");
    SettingsReader versioned = config.object("PreTokenGenerationConfig");
    versioned.allowOnly("LambdaVersion", "V1_0", "V2_0");
    String arn = functionArn(versioned, "LambdaArn");
    String version = versioned.text("LambdaVersion").orElse("");
    versioned.rejectUnread("is not supported");
    if (!arn.isEmpty() && version.isEmpty()) {
      throw versioned.error("LambdaVersion", "is missing");
    }
    if (!arn.isEmpty() && !plain.isEmpty() && !arn.equals(plain)) {
      throw config.error(
          "PreTokenGeneration", "has to be the function of PreTokenGenerationConfig");
    }
    Trigger trigger =
        version.equals("V2_0") ? Trigger.PRE_TOKEN_GENERATION_V2 : Trigger.PRE_TOKEN_GENERATION;
    put(functions, trigger, arn.isEmpty() ? plain : arn);
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
