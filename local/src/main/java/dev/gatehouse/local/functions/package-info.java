/** AWS Lambda on one machine. */
@NullMarked
package dev.gatehouse.local.functions;

import org.jspecify.annotations.NullMarked;
