package dev.gatehouse.integrationtests;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;

/** The AWS command line with its {@code --endpoint-url}. */
record AwsCli(URI endpoint) {
  private static final Path AWS = Path.of("/usr/bin/aws");

  /** Leaves the test out where there is no command line. */
  static void assumeInstalled() {
    Assumptions.assumeTrue(Files.isExecutable(AWS), "needs the AWS CLI (Debian package awscli)");
  }

  /** What a command came to. */
  record Result(int exit, String output) {}

  Result run(String... words) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.addAll(List.of(AWS.toString(), "--endpoint-url", endpoint.toString()));
    command.addAll(List.of("--region", "us-east-1"));
    command.addAll(List.of(words));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder
        .environment()
        .putAll(
            Map.of("AWS_ACCESS_KEY_ID", "any", "AWS_SECRET_ACCESS_KEY", "any", "AWS_PAGER", ""));
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Result(process.waitFor(), output);
  }
}
