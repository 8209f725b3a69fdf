package dev.gatehouse.local.apigateway.resources;

import dev.gatehouse.local.apigateway.authorizer.CognitoAuthorizer;
import dev.gatehouse.local.apigateway.integration.Integration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A method of a resource.
 *
 * @param authorizer null if the method needs no authorization
 * @param scopes the scopes of which an access token must have one; empty if the method takes ID
 *     tokens
 */
public record ApiMethod(
    Integration integration, @Nullable CognitoAuthorizer authorizer, List<String> scopes) {}
