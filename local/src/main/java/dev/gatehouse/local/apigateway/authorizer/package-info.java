/** Authorizers of a REST API. */
@NullMarked
package dev.gatehouse.local.apigateway.authorizer;

import org.jspecify.annotations.NullMarked;
