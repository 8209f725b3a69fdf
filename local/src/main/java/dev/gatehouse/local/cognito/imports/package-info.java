/** Import jobs, which create users from an uploaded CSV file. */
@NullMarked
package dev.gatehouse.local.cognito.imports;

import org.jspecify.annotations.NullMarked;
