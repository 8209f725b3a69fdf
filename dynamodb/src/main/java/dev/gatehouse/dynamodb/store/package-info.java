/** The store of tables: H2's MVStore, in memory or in one file, with ordered keys. */
@NullMarked
package dev.gatehouse.dynamodb.store;

import org.jspecify.annotations.NullMarked;
