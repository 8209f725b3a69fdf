/** Parts that operations of Lambda's API share: targets, errors, JSON. */
@NullMarked
package dev.gatehouse.local.lambda.requests;

import org.jspecify.annotations.NullMarked;
