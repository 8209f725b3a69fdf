/** Gateway responses, mapping templates and parameter mappings. */
@NullMarked
package dev.gatehouse.local.apigateway.responses;

import org.jspecify.annotations.NullMarked;
