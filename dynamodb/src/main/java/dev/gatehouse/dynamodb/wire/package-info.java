/** Requests and answers as they are on the wire: JSON, the types of members, authentication. */
@NullMarked
package dev.gatehouse.dynamodb.wire;

import org.jspecify.annotations.NullMarked;
