package dev.gatehouse.local.iam;

import dev.gatehouse.local.iam.policy.AccessRequest;
import dev.gatehouse.local.iam.policy.IamPrincipal.AwsService;
import dev.gatehouse.local.plan.Plan;
import dev.gatehouse.local.plan.Resource;
import dev.gatehouse.local.ses.mail.Mail;
import dev.gatehouse.local.ses.mail.MailSender;
import dev.gatehouse.local.ses.mail.MailboxAddress;
import dev.gatehouse.local.ses.mail.SendingNotAuthorized;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Cognito's way to SES. Where the plan gives an identity a policy, the policy decides; where it
 * gives none, Cognito's service-linked role does, which may send as every identity of the account.
 */
public final class PoolMailSender implements MailSender {

  private static final String IDENTITY_POLICY = "aws:ses/identityPolicy:IdentityPolicy";
  private static final AwsService COGNITO = new AwsService("email.cognito-idp.amazonaws.com");

  /** AWS asks for both in the policy, and does not say which of them Cognito uses. */
  private static final List<String> ACTIONS = List.of("ses:SendEmail", "ses:SendRawEmail");

  private final MailSender ses;
  private final Authorizer authorizer;
  private final Set<String> identitiesWithPolicy;

  /** Creates the way to SES for the pools of a plan. */
  public PoolMailSender(Plan plan, MailSender ses, Authorizer authorizer) {
    this.ses = ses;
    this.authorizer = authorizer;
    this.identitiesWithPolicy =
        plan.ofType(IDENTITY_POLICY).stream()
            .map(PoolMailSender::identity)
            .collect(Collectors.toSet());
  }

  @Override
  public String send(Mail mail) {
    return ses.send(mail);
  }

  @Override
  public String sendFor(String poolArn, @Nullable String identityArn, Mail mail) {
    if (identityArn != null && identitiesWithPolicy.contains(identityArn)) {
      Map<String, String> source =
          Map.of(
              "aws:sourcearn",
              poolArn,
              "aws:sourceaccount",
              poolArn.split(":", 6)[4],
              "ses:fromaddress",
              MailboxAddress.of(mail.source()));
      for (String action : ACTIONS) {
        authorizer
            .deny(new AccessRequest(COGNITO, action, identityArn, source))
            .ifPresent(
                denial -> {
                  throw new SendingNotAuthorized(denial.message());
                });
      }
    }
    return ses.send(mail);
  }

  private static String identity(Resource policy) {
    return ResourcePolicies.identityArn(policy.input("identity"));
  }
}
