package dev.gatehouse.local.cognito.operations;

import dev.gatehouse.local.functions.LambdaStarter;
import dev.gatehouse.local.kms.DataKeys;
import dev.gatehouse.local.ses.MailSender;

/** Is the services that Cognito itself uses: functions, mail and keys. */
public record Neighbours(LambdaStarter lambda, MailSender mail, DataKeys keys) {}
