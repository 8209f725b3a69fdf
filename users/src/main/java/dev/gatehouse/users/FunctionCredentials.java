package dev.gatehouse.users;

import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProviderChain;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;

/** Knows the two places where Lambda puts a function's credentials, and asks in no other. */
final class FunctionCredentials {
  private FunctionCredentials() {}

  /** Asks the environment first; under SnapStart there is only the address that hands them out. */
  static AwsCredentialsProvider provider() {
    return AwsCredentialsProviderChain.of(
        EnvironmentVariableCredentialsProvider.create(), ContainerCredentialsProvider.create());
  }
}
