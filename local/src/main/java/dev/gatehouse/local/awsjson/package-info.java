/**
 * The AWS JSON protocol: operations, typed members, constraints and errors, as services share them.
 */
@NullMarked
package dev.gatehouse.local.awsjson;

import org.jspecify.annotations.NullMarked;
