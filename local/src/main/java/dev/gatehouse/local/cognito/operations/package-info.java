/** The operations of the API, one class each, named as AWS names the operation. */
@NullMarked
package dev.gatehouse.local.cognito.operations;

import org.jspecify.annotations.NullMarked;
