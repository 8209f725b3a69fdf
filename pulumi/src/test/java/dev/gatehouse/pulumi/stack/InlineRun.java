package dev.gatehouse.pulumi.stack;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.pulumi.Context;
import com.pulumi.deployment.internal.DeploymentImpl;
import com.pulumi.deployment.internal.InlineDeploymentSettings;
import com.pulumi.internal.PulumiInternal;
import com.pulumi.resources.StackOptions;
import java.util.function.Consumer;
import pulumirpc.Language.RunRequest;

/** A program in the JVM of the tests, run as Pulumi's automation API does. */
record InlineRun(Consumer<Context> declare) implements LanguageHost.Program {
  @Override
  public int exitCode(RunRequest request) {
    try {
      return PulumiInternal.fromInline(deployment(request), StackOptions.Empty)
          .runAsync(declare)
          .join();
    } finally {
      DeploymentImpl.internalUnsafeDestroyInstance();
    }
  }

  @Override
  public String output() {
    return "";
  }

  private static InlineDeploymentSettings deployment(RunRequest request) {
    return InlineDeploymentSettings.builder()
        .monitorAddr(request.getMonitorAddress())
        .engineAddr(request.getArgs(0))
        .organization(request.getOrganization())
        .project(request.getProject())
        .stack(request.getStack())
        .isDryRun(request.getDryRun())
        .config(ImmutableMap.copyOf(request.getConfigMap()))
        .configSecretKeys(ImmutableSet.copyOf(request.getConfigSecretKeysList()))
        .build();
  }
}
