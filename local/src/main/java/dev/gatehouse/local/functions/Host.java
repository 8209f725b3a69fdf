package dev.gatehouse.local.functions;

import java.net.URI;

/** Is what every process of every function is started with. */
record Host(RuntimeClient client, Archives archives, URI awsUrl) {}
