/** HTTP requests and responses, JSON bodies, problems (RFC 9457) and CORS. */
@NullMarked
package dev.gatehouse.api.http;

import org.jspecify.annotations.NullMarked;
