package dev.gatehouse.integrationtests.clients;

import dev.gatehouse.integrationtests.project.Repository;
import dev.gatehouse.integrationtests.project.Shell;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The AWS CLI with its {@code --endpoint-url}. */
public record AwsCli(URI endpoint) {
  private static final Path AWS = Path.of("/usr/bin/aws");

  /** The condition of test classes and methods that the AWS CLI is installed. */
  public static final class Installed implements ExecutionCondition {
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
      return Files.isExecutable(AWS)
          ? ConditionEvaluationResult.enabled("the AWS CLI is installed")
          : ConditionEvaluationResult.disabled("needs the AWS CLI (Debian package awscli)");
    }
  }

  /** Runs a command and waits for its end. */
  public Shell.Result run(String... words) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.addAll(List.of(AWS.toString(), "--endpoint-url", endpoint.toString()));
    command.addAll(List.of("--region", "us-east-1"));
    command.addAll(List.of(words));
    return Shell.run(
        Repository.ROOT,
        Map.of("AWS_ACCESS_KEY_ID", "any", "AWS_SECRET_ACCESS_KEY", "any", "AWS_PAGER", ""),
        command.toArray(String[]::new));
  }
}
