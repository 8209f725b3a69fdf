package dev.gatehouse.local.apigateway;

import java.util.Map;

/** Is a deployed REST API: its routes, and the stage they are deployed to. */
record RestApi(
    String id,
    String accountId,
    String stage,
    String executionArn,
    Map<String, String> stageVariables,
    BinaryMediaTypes binary,
    Routes routes,
    GatewayResponses responses) {}
