package dev.gatehouse.local.apigateway.resources;

import java.util.Map;

/** The stage of a REST API. */
public record ApiStage(
    String apiId,
    String accountId,
    String name,
    String executionArn,
    Map<String, String> variables,
    BinaryMediaTypes binaryMediaTypes) {}
