/** HTTP: a request, its answer, and the port they pass through. */
@NullMarked
package dev.gatehouse.local.http;

import org.jspecify.annotations.NullMarked;
