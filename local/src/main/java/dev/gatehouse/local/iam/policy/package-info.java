/** The policy language of IAM: documents, statements, conditions and their evaluation. */
@NullMarked
package dev.gatehouse.local.iam.policy;

import org.jspecify.annotations.NullMarked;
