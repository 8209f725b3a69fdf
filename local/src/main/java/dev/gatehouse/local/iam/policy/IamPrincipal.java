package dev.gatehouse.local.iam.policy;

/** The maker of a request: a session of a role, or a service of AWS. */
public sealed interface IamPrincipal {

  /** Returns the ARN or the name that messages and policies have. */
  String name();

  /**
   * A session of a role.
   *
   * @param roleArn the ARN of the role
   * @param session the name of the session; Lambda uses the function's name
   */
  record AssumedRole(String roleArn, String session) implements IamPrincipal {

    /** Returns the account of the role. */
    public String account() {
      return roleArn.split(":", 6)[4];
    }

    /** Returns the name of the role, without its path. */
    public String roleName() {
      return roleArn.substring(roleArn.lastIndexOf('/') + 1);
    }

    @Override
    public String name() {
      return "arn:aws:sts::%s:assumed-role/%s/%s".formatted(account(), roleName(), session);
    }
  }

  /** A service of AWS, such as {@code cognito-idp.amazonaws.com}. */
  record AwsService(String name) implements IamPrincipal {}
}
