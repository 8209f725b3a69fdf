/** AWS IAM: the roles and policies of the plan, which decide every call of a function. */
@NullMarked
package dev.gatehouse.local.iam;

import org.jspecify.annotations.NullMarked;
