/** The REST API of API Gateway and the function behind it. */
@NullMarked
package dev.gatehouse.pulumi.api;

import org.jspecify.annotations.NullMarked;
