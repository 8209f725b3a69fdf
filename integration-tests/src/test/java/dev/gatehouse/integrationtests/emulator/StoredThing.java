package dev.gatehouse.integrationtests.emulator;

/** What an emulator with a data directory keeps. */
enum StoredThing {
  ROW,
  USER,
  SESSION,
  MAIL,
  MESSAGE
}
