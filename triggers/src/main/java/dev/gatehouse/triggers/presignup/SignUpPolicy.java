package dev.gatehouse.triggers.presignup;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the rules by who asks.
 *
 * @param everybody for a person who signs up, here or through another provider, and for any source
 *     that Cognito may add: next year's source is not to be next year's way round the lists
 * @param administrator for an account that an administrator creates, who may ignore the lists but
 *     not write an address that no mail reaches
 */
record SignUpPolicy(Rules everybody, Rules administrator) {
  private static final String ADMIN_CREATE_USER = "PreSignUp_AdminCreateUser";

  /** Builds both sets of rules; {@code maxOctets} is the longest address that the pool takes. */
  static SignUpPolicy of(AllowAndDeny lists, int maxOctets) {
    List<Rule> syntax = Syntax.rules(maxOctets);
    List<Rule> all = new ArrayList<>(syntax);
    all.add(lists);
    return new SignUpPolicy(new Rules(all), new Rules(syntax));
  }

  Decision judge(@Nullable String triggerSource, @Nullable String email) {
    Rules rules = ADMIN_CREATE_USER.equals(triggerSource) ? administrator : everybody;
    return rules.judge(Address.of(email));
  }
}
