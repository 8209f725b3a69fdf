package dev.gatehouse.triggers.postconfirmation;

import dev.gatehouse.users.CognitoUser;
import java.time.Instant;

/** The queue of notices that a forgotten password was replaced, which the mail function sends. */
@FunctionalInterface
public interface PasswordNotices {
  /** No notices: where Cognito sends the mails, no function of ours can send one. */
  PasswordNotices NONE = (user, at) -> {};

  /** Queues the notice for a user; throws what the queue throws. */
  void queue(CognitoUser user, Instant at);
}
