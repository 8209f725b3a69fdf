/** AWS KMS on one machine. */
@NullMarked
package dev.gatehouse.local.kms;

import org.jspecify.annotations.NullMarked;
