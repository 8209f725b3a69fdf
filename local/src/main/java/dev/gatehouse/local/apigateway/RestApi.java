package dev.gatehouse.local.apigateway;

import dev.gatehouse.local.apigateway.resources.ApiResources;
import dev.gatehouse.local.apigateway.resources.ApiStage;
import dev.gatehouse.local.apigateway.responses.GatewayResponses;

/** A deployed REST API. */
record RestApi(ApiStage stage, ApiResources resources, GatewayResponses responses) {}
