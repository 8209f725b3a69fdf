@NullMarked
package dev.gatehouse.dynamodb.store;

import org.jspecify.annotations.NullMarked;
