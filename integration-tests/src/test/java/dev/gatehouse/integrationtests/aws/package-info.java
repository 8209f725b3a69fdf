/** AWS's own clients and our archives against an endpoint that speaks AWS. */
@NullMarked
package dev.gatehouse.integrationtests.aws;

import org.jspecify.annotations.NullMarked;
