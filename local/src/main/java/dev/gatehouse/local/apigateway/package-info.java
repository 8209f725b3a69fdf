/** API Gateway: one REST API in front of Lambda functions. */
@NullMarked
package dev.gatehouse.local.apigateway;

import org.jspecify.annotations.NullMarked;
