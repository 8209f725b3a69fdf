/** The API of the canary over HTTP. */
@NullMarked
package dev.gatehouse.triggers.canary.http;

import org.jspecify.annotations.NullMarked;
