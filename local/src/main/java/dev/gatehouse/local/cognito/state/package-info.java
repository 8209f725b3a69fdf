/** The reading of user pools of the plan and of earlier runs. */
@NullMarked
package dev.gatehouse.local.cognito.state;

import org.jspecify.annotations.NullMarked;
