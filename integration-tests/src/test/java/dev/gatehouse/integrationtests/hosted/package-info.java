/** Cognito's hosted pages and OAuth 2.0 endpoints. */
@NullMarked
package dev.gatehouse.integrationtests.hosted;

import org.jspecify.annotations.NullMarked;
