/** The buckets of the plan with their rules, and the objects in them. */
@NullMarked
package dev.gatehouse.local.s3.buckets;

import org.jspecify.annotations.NullMarked;
