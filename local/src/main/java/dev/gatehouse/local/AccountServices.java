package dev.gatehouse.local;

import dev.gatehouse.local.clock.ClockEndpoint;
import dev.gatehouse.local.cognito.Cognito;
import dev.gatehouse.local.dynamodb.DynamoDbTables;
import dev.gatehouse.local.http.Service;
import dev.gatehouse.local.iam.AccessCheck;
import dev.gatehouse.local.iam.AccessEndpoint;
import dev.gatehouse.local.iam.Iam;
import dev.gatehouse.local.iam.operations.IdentityPolicies;
import dev.gatehouse.local.iam.operations.RolePolicies;
import dev.gatehouse.local.iam.requests.RequestActions;
import dev.gatehouse.local.kms.Kms;
import dev.gatehouse.local.lambda.Lambda;
import dev.gatehouse.local.plan.Plan;
import dev.gatehouse.local.scheduler.Schedules;
import dev.gatehouse.local.ses.Ses;
import dev.gatehouse.local.sqs.Sqs;
import dev.gatehouse.local.sts.Sts;

/** The services of the AWS account of a plan. */
record AccountServices(
    Iam iam, DynamoDbTables dynamoDb, Lambda lambda, Sqs sqs, Ses ses, Kms kms, Cognito cognito) {

  /** Returns the port of the services, which refuses callers that lack a permission. */
  AwsPort port(Plan plan, EmulatorInfo info, ClockEndpoint clock, Service console) {
    return new AwsPort(
        new AwsPort.AwsServices(
            cognito,
            cognito.domain(),
            dynamoDb,
            kms,
            lambda,
            sqs,
            queries(),
            ses,
            ses.inbox(),
            info,
            clock,
            new AccessEndpoint(iam, lambda.logs()::traces),
            new Schedules(plan, iam.authorizer(), lambda),
            console),
        new AccessCheck(iam, new RequestActions(kms::keyArn, ses::identityOf))::refuse);
  }

  private QueryServices queries() {
    return new QueryServices(
        ses,
        new Sts(iam.sessions()),
        sqs,
        new RolePolicies(iam.roles()),
        new IdentityPolicies(iam.resourcePolicies()));
  }
}
