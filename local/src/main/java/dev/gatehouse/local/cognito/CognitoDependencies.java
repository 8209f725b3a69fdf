package dev.gatehouse.local.cognito;

import dev.gatehouse.local.cognito.tokens.TokenIssuerUrls;
import dev.gatehouse.local.kms.DataKeys;
import dev.gatehouse.local.lambda.invoke.AsyncLambdaInvoker;
import dev.gatehouse.local.ses.mail.MailSender;

/**
 * The services that Cognito uses: Lambda, SES and KMS.
 *
 * @param issuers the issuers of tokens
 */
public record CognitoDependencies(
    AsyncLambdaInvoker lambda, MailSender mail, DataKeys keys, TokenIssuerUrls issuers) {

  /** Creates the services, with AWS's issuers. */
  public CognitoDependencies(AsyncLambdaInvoker lambda, MailSender mail, DataKeys keys) {
    this(lambda, mail, keys, TokenIssuerUrls.AWS);
  }
}
