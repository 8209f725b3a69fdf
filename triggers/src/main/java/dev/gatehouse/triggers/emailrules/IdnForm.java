package dev.gatehouse.triggers.emailrules;

/** Says in which form international domains are taken. */
enum IdnForm {
  /** As {@code xn--} only, the form that mail is sent to. */
  ALABEL,
  /** As they are shown too, by who sends mail with a sender that converts them. */
  ULABEL,
  /** Not at all. */
  REJECT
}
