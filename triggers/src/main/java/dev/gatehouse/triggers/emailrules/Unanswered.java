package dev.gatehouse.triggers.emailrules;

/** Says that a question went unanswered, which is held against nobody. */
final class Unanswered extends RuntimeException {
  Unanswered(Throwable why) {
    super(why);
  }
}
