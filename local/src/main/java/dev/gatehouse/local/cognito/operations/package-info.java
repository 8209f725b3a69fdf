/** One class for each operation of the API, named as the operation. */
@NullMarked
package dev.gatehouse.local.cognito.operations;

import org.jspecify.annotations.NullMarked;
