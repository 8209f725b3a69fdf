package dev.gatehouse.pulumi.functions;

import com.pulumi.core.Output;
import dev.gatehouse.pulumi.iam.InlinePolicy;
import java.util.List;
import java.util.Map;

/**
 * The parts in which one function differs from another.
 *
 * @param policies what the role allows besides logs and traces
 */
public record FunctionSpec(
    FunctionModule module,
    int timeoutSeconds,
    Map<String, Output<String>> environment,
    List<InlinePolicy> policies) {}
