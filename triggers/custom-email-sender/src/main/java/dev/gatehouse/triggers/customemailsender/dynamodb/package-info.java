/** The record of sent codes in DynamoDB. */
@NullMarked
package dev.gatehouse.triggers.customemailsender.dynamodb;

import org.jspecify.annotations.NullMarked;
