/** API Gateway on one machine. */
@NullMarked
package dev.gatehouse.local.apigateway;

import org.jspecify.annotations.NullMarked;
