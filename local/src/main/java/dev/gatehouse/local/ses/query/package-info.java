/** The AWS Query protocol as SES speaks it: form parameters in, XML out. */
@NullMarked
package dev.gatehouse.local.ses.query;

import org.jspecify.annotations.NullMarked;
