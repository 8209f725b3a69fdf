/** Symmetric KMS keys with their key material and the ciphertexts they produce. */
@NullMarked
package dev.gatehouse.local.kms.keys;

import org.jspecify.annotations.NullMarked;
