/** Names in DNS: the hosted zone, certificates and the custom domain of the API. */
@NullMarked
package dev.gatehouse.pulumi.domain;

import org.jspecify.annotations.NullMarked;
