/** What operations share: the user a request names, pagination, filters and response JSON. */
@NullMarked
package dev.gatehouse.local.cognito.requests;

import org.jspecify.annotations.NullMarked;
