/** AWS KMS: the service, which executes the operations of its JSON API. */
@NullMarked
package dev.gatehouse.local.kms;

import org.jspecify.annotations.NullMarked;
