package dev.gatehouse.pulumi.iam;

import com.pulumi.aws.iam.RoleArgs;
import dev.gatehouse.pulumi.settings.StackConfig;

/** The roles of the stack. */
public final class Roles {
  private Roles() {}

  /** Returns the arguments of a role within the account's permissions boundary, if it has one. */
  public static RoleArgs.Builder args(StackConfig config) {
    String boundary = config.account().permissionsBoundaryArn();
    RoleArgs.Builder args = RoleArgs.builder();
    return boundary.isEmpty() ? args : args.permissionsBoundary(boundary);
  }
}
