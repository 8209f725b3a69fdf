package dev.gatehouse.local.iam;

import java.util.Map;
import java.util.Optional;

/** The policies of AWS that the emulator knows, as the AWS Managed Policy Reference has them. */
final class ManagedPolicies {

  /** The prefix of their ARNs. */
  static final String PREFIX = "arn:aws:iam::aws:policy/";

  private static final Map<String, String> DOCUMENTS =
      Map.of(
          "service-role/AmazonAPIGatewayPushToCloudWatchLogs",
          allow(
              "\"logs:CreateLogGroup\",\"logs:CreateLogStream\",\"logs:DescribeLogGroups\","
                  + "\"logs:DescribeLogStreams\",\"logs:PutLogEvents\",\"logs:GetLogEvents\","
                  + "\"logs:FilterLogEvents\""),
          // What it says about DynamoDB; nobody takes the role here, since nothing is backed up.
          "service-role/AWSBackupServiceRolePolicyForBackup",
          allow(
              "\"dynamodb:DescribeTable\",\"dynamodb:CreateBackup\",\"dynamodb:DescribeBackup\","
                  + "\"dynamodb:DeleteBackup\",\"dynamodb:StartAwsBackupJob\","
                  + "\"dynamodb:ListTagsOfResource\",\"tag:GetResources\""),
          "service-role/AWSLambdaBasicExecutionRole",
          allow("\"logs:CreateLogGroup\",\"logs:CreateLogStream\",\"logs:PutLogEvents\""),
          "service-role/AWSLambdaSQSQueueExecutionRole",
          allow(
              "\"sqs:ReceiveMessage\",\"sqs:DeleteMessage\",\"sqs:GetQueueAttributes\","
                  + "\"logs:CreateLogGroup\",\"logs:CreateLogStream\",\"logs:PutLogEvents\""));

  private ManagedPolicies() {}

  /** Returns the document of a policy, or an empty Optional if the emulator does not know it. */
  static Optional<String> document(String arn) {
    return arn.startsWith(PREFIX)
        ? Optional.ofNullable(DOCUMENTS.get(arn.substring(PREFIX.length())))
        : Optional.empty();
  }

  private static String allow(String actions) {
    return "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":["
        + actions
        + "],\"Resource\":\"*\"}]}";
  }
}
