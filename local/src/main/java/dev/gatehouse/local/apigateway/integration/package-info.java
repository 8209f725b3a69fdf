/** Integrations: Lambda proxy events and responses, and MOCK. */
@NullMarked
package dev.gatehouse.local.apigateway.integration;

import org.jspecify.annotations.NullMarked;
