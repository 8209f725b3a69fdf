/** The web ACLs in front of the API and of the user pool. */
@NullMarked
package dev.gatehouse.pulumi.firewall;

import org.jspecify.annotations.NullMarked;
