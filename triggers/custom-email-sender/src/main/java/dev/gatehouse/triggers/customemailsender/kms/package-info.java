/** The decryption of codes with AWS KMS and the AWS Encryption SDK. */
@NullMarked
package dev.gatehouse.triggers.customemailsender.kms;

import org.jspecify.annotations.NullMarked;
