/** The tables of users and mailboxes in Amazon DynamoDB. */
@NullMarked
package dev.gatehouse.users.dynamodb;

import org.jspecify.annotations.NullMarked;
