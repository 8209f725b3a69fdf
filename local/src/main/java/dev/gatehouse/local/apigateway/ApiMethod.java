package dev.gatehouse.local.apigateway;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Is one method of a resource: who may call it, and what answers.
 *
 * @param authorizer null if anybody may call
 * @param scopes the scopes of which an access token must carry one; empty means an ID token is due
 */
record ApiMethod(Backend backend, @Nullable CognitoAuthorizer authorizer, List<String> scopes) {

  /** Is what answers. */
  sealed interface Backend {}

  /**
   * A function answers.
   *
   * @param arn the function, version or alias that the integration names
   */
  record Lambda(String arn, Duration patience) implements Backend {}

  /**
   * The gateway itself answers: a MOCK integration.
   *
   * @param headers what each header is made of, by its name
   */
  record Mock(int status, Map<String, Mapping> headers, @Nullable Template body)
      implements Backend {}
}
