/** How a function meets Lambda and AWS: its events, its snapshot, its connections. */
@NullMarked
package dev.gatehouse.functions;

import org.jspecify.annotations.NullMarked;
