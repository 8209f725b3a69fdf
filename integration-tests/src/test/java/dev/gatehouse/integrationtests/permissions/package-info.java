/** The permissions of the plan: each is used, and without it something fails, as on AWS. */
@NullMarked
package dev.gatehouse.integrationtests.permissions;

import org.jspecify.annotations.NullMarked;
