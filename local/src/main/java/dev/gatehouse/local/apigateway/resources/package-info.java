/** Resources and methods of a REST API, and the match of a path. */
@NullMarked
package dev.gatehouse.local.apigateway.resources;

import org.jspecify.annotations.NullMarked;
