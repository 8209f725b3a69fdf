package dev.gatehouse.local.cognito;

import dev.gatehouse.local.kms.DataKeys;
import dev.gatehouse.local.lambda.invoke.AsyncLambdaInvoker;
import dev.gatehouse.local.ses.mail.MailSender;

/** The services that Cognito uses: Lambda, SES and KMS. */
public record CognitoDependencies(AsyncLambdaInvoker lambda, MailSender mail, DataKeys keys) {}
