/** Validation errors of DynamoDB and the layer of AWS that words them. */
@NullMarked
package dev.gatehouse.dynamodb.validation;

import org.jspecify.annotations.NullMarked;
