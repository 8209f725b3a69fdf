package dev.gatehouse.pulumi.picture;

/** Is an arrow: the first acts on the second. */
record Arrow(Box from, Box to) {}
