/** One HTTP request and its answer, apart from any server. */
@NullMarked
package dev.gatehouse.local.http;

import org.jspecify.annotations.NullMarked;
