package dev.gatehouse.local.state;

/** The key of an entry among those of the same name. */
record EntryKey(String entries, String key) {}
