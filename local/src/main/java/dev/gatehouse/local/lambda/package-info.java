/** AWS Lambda: the functions of the plan, run in processes of their own. */
@NullMarked
package dev.gatehouse.local.lambda;

import org.jspecify.annotations.NullMarked;
