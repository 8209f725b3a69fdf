@NullMarked
package dev.gatehouse.local.state;

import org.jspecify.annotations.NullMarked;
