package dev.gatehouse.local.apigateway;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Is one method of a resource: who may call it, and the function behind it.
 *
 * @param functionArn the function, version or alias that the integration names
 * @param authorizer null if anybody may call
 * @param scopes the scopes of which an access token must carry one; empty means an ID token is due
 */
record ApiMethod(
    String functionArn,
    Duration patience,
    @Nullable CognitoAuthorizer authorizer,
    List<String> scopes) {}
