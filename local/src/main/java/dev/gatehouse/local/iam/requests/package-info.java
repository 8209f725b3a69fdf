/** The actions and resources of IAM that requests to each service need. */
@NullMarked
package dev.gatehouse.local.iam.requests;

import org.jspecify.annotations.NullMarked;
