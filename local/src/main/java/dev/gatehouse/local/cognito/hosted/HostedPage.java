package dev.gatehouse.local.cognito.hosted;

import dev.gatehouse.local.cognito.wire.CognitoError;
import dev.gatehouse.local.http.Response;
import org.jspecify.annotations.Nullable;

/** Is a page that people fill in. */
interface HostedPage {

  /** Returns the page, with what went wrong the last time if anything did. */
  FormPage page(Visit visit, @Nullable String problem);

  /** Does what was asked for; throws {@link CognitoError} if it cannot be done. */
  Response take(Visit visit);
}
