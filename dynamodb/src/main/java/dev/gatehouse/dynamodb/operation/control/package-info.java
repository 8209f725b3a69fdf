/** Operations on tables: their description, indexes, expiry, tags and backups. */
@NullMarked
package dev.gatehouse.dynamodb.operation.control;

import org.jspecify.annotations.NullMarked;
