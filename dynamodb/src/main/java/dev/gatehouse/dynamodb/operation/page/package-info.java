/** Query and Scan, which read page after page. */
@NullMarked
package dev.gatehouse.dynamodb.operation.page;

import org.jspecify.annotations.NullMarked;
