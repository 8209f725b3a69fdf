@NullMarked
package dev.gatehouse.dynamodb;

import org.jspecify.annotations.NullMarked;
