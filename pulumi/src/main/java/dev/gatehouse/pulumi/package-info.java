/** The AWS account, in Java. */
@NullMarked
package dev.gatehouse.pulumi;

import org.jspecify.annotations.NullMarked;
