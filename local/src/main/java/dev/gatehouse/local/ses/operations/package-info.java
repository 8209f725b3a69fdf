/** One class for each operation of SES v1, named as the operation. */
@NullMarked
package dev.gatehouse.local.ses.operations;

import org.jspecify.annotations.NullMarked;
