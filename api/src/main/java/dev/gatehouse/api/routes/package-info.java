/** The routes of the API, one class each, with the user pool and the profiles behind them. */
@NullMarked
package dev.gatehouse.api.routes;

import org.jspecify.annotations.NullMarked;
