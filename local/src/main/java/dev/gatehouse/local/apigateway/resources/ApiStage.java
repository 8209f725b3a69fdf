package dev.gatehouse.local.apigateway.resources;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The stage of a REST API.
 *
 * @param deploymentId the deployment that the stage serves, null if the plan names none
 */
public record ApiStage(
    String apiId,
    String accountId,
    String name,
    @Nullable String deploymentId,
    String executionArn,
    Map<String, String> variables,
    BinaryMediaTypes binaryMediaTypes) {}
