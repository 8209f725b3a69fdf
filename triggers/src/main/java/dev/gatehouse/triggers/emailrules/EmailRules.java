package dev.gatehouse.triggers.emailrules;

import dev.gatehouse.triggers.SettingInvalid;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Judges addresses, by rules that are chosen by who asks. */
public final class EmailRules {
  private static final String ADMIN_CREATE_USER = "PreSignUp_AdminCreateUser";

  /**
   * For a person who signs up, here or through another provider, and for any source that Cognito
   * may add: next year's source is not to be next year's way round the lists.
   */
  private final Rules everybody;

  /** For an administrator, who may ignore the lists but not write what no mail reaches. */
  private final Rules administrator;

  private final AllowAndDeny lists;

  private EmailRules(AllowAndDeny lists, int maxOctets) {
    List<Rule> syntax = Syntax.rules(maxOctets);
    List<Rule> all = new ArrayList<>(syntax);
    all.add(lists);
    this.everybody = new Rules(all);
    this.administrator = new Rules(syntax);
    this.lists = lists;
  }

  /**
   * Reads the rules from the environment of a function.
   *
   * @throws SettingInvalid if a variable is set to what it cannot be
   */
  public static EmailRules from(Map<String, String> environment) {
    return new EmailRules(Settings.from(environment), Settings.maxOctets(environment));
  }

  /** Says whether the settings let nobody sign up, which is seldom meant. */
  public boolean admitNobody() {
    return lists.listedOnly() && lists.allow().isEmpty();
  }

  /** Decides about an address, given why Cognito asks. */
  public Decision judge(@Nullable String triggerSource, @Nullable String email) {
    Rules rules = ADMIN_CREATE_USER.equals(triggerSource) ? administrator : everybody;
    return rules.judge(Address.of(email));
  }
}
