/** One class for each operation of AWS KMS, named as the operation. */
@NullMarked
package dev.gatehouse.local.kms.operations;

import org.jspecify.annotations.NullMarked;
