package dev.gatehouse.pulumi.functions;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;

/** The Maven modules of the functions, with the archive and the handler of each. */
public enum FunctionModule {
  /** The function behind API Gateway. */
  API("api", "api", "api.ApiHandler", true),
  /** The pre sign-up trigger. */
  PRE_SIGN_UP("pre-sign-up", "triggers/pre-sign-up", "triggers.presignup.PreSignUpHandler", false),
  /** The pre sign-up trigger that also looks up the mailbox, deployed instead of the other. */
  PRE_SIGN_UP_MAILBOX_LOOKUP(
      "pre-sign-up",
      "triggers/pre-sign-up-mailbox-lookup",
      "triggers.presignup.mailboxlookup.PreSignUpMailboxLookupHandler",
      true),
  /** The custom message trigger. */
  CUSTOM_MESSAGE(
      "custom-message",
      "triggers/custom-message",
      "triggers.custommessage.CustomMessageHandler",
      false),
  /** The custom email sender trigger. */
  CUSTOM_EMAIL_SENDER(
      "custom-email-sender",
      "triggers/custom-email-sender",
      "triggers.customemailsender.CustomEmailSenderHandler",
      true),
  /** The post confirmation trigger. */
  POST_CONFIRMATION(
      "post-confirmation",
      "triggers/post-confirmation",
      "triggers.postconfirmation.PostConfirmationHandler",
      true),
  /** The function that writes the rows of the queue. */
  DEFERRED_USERS(
      "deferred-users",
      "triggers/deferred-users",
      "triggers.deferredusers.DeferredUsersHandler",
      true),
  /** The function that writes missing rows on a schedule. */
  RECONCILE("reconcile", "triggers/reconcile", "triggers.reconcile.ReconcileHandler", true),
  /** The function that erases a user on request, in the archive of reconcile. */
  ERASE("erase", "triggers/reconcile", "triggers.erase.EraseHandler", true),
  /** The function that exports the user pool on a schedule, in the archive of reconcile. */
  POOL_EXPORT("pool-export", "triggers/reconcile", "triggers.poolexport.PoolExportHandler", true),
  /** The function that does what users do on a schedule, in the archive of reconcile. */
  CANARY("canary", "triggers/reconcile", "triggers.canary.CanaryHandler", true),
  /** The function that makes pictures of uploads. */
  PROFILE_PICTURE(
      "profile-picture",
      "triggers/profile-picture",
      "triggers.profilepicture.ProfilePictureHandler",
      true);

  private final String functionName;
  private final String directory;
  private final String handler;
  private final boolean nativeCode;

  FunctionModule(String functionName, String directory, String handler, boolean nativeCode) {
    this.functionName = functionName;
    this.directory = directory;
    this.handler = handler;
    this.nativeCode = nativeCode;
  }

  /** Returns the names of all functions, without the prefix of the stack, in alphabetical order. */
  public static Set<String> functionNames() {
    return new TreeSet<>(Arrays.stream(values()).map(FunctionModule::functionName).toList());
  }

  /** Returns the name of the function, without the prefix of the stack. */
  public String functionName() {
    return functionName;
  }

  /**
   * Returns whether a start from a snapshot is worth nothing: nobody may call the function for
   * weeks, after which Lambda makes a version with a snapshot inactive, or nobody waits for it.
   */
  boolean startsWithoutSnapshot() {
    return this == DEFERRED_USERS || this == ERASE || this == CANARY;
  }

  String handler() {
    return "dev.gatehouse." + handler;
  }

  /** Returns the path of the archive; one with native code exists for each architecture. */
  String archive(String architecture) {
    String module = directory.substring(directory.lastIndexOf('/') + 1);
    return "%s/target/gatehouse-%s%s.zip"
        .formatted(directory, module, nativeCode ? "-" + architecture : "");
  }
}
