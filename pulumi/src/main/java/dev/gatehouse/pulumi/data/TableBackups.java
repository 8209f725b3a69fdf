package dev.gatehouse.pulumi.data;

import com.pulumi.aws.backup.Plan;
import com.pulumi.aws.backup.PlanArgs;
import com.pulumi.aws.backup.Selection;
import com.pulumi.aws.backup.SelectionArgs;
import com.pulumi.aws.backup.Vault;
import com.pulumi.aws.backup.VaultArgs;
import com.pulumi.aws.backup.inputs.PlanRuleArgs;
import com.pulumi.aws.backup.inputs.PlanRuleLifecycleArgs;
import com.pulumi.aws.iam.Role;
import com.pulumi.aws.iam.RolePolicyAttachment;
import com.pulumi.aws.iam.RolePolicyAttachmentArgs;
import com.pulumi.resources.CustomResourceOptions;
import dev.gatehouse.pulumi.iam.PolicyDocuments;
import dev.gatehouse.pulumi.iam.Roles;
import dev.gatehouse.pulumi.settings.StackConfig;
import java.util.List;

/**
 * The daily backups of the users table by AWS Backup, in a vault that stays when the table and its
 * point-in-time recovery are deleted.
 */
public final class TableBackups {
  private static final String NAME = "table-backups";

  /** The policy of AWS for the role of AWS Backup, which AWS extends as its service grows. */
  private static final String BACKUP_POLICY =
      "arn:aws:iam::aws:policy/service-role/AWSBackupServiceRolePolicyForBackup";

  private TableBackups() {}

  /** Declares vault, plan and role, or nothing if the stack has no backups. */
  static void of(StackConfig config, UsersTable users) {
    int days = config.recovery().tableBackupDays();
    if (days == 0) {
      return;
    }
    // Without names of its own: a vault that the setting left behind would stop the next.
    Vault vault =
        new Vault(
            NAME,
            VaultArgs.builder().forceDestroy(!config.protectData()).build(),
            DataProtection.ofOptional(config));
    Role role =
        new Role(
            NAME,
            Roles.args(config)
                .name(config.named(NAME))
                .assumeRolePolicy(PolicyDocuments.trust("backup.amazonaws.com"))
                .build());
    RolePolicyAttachment attachment =
        new RolePolicyAttachment(
            NAME,
            RolePolicyAttachmentArgs.builder().role(role.name()).policyArn(BACKUP_POLICY).build());
    new Selection(
        NAME,
        SelectionArgs.builder()
            .planId(plan(vault, days).id())
            .iamRoleArn(role.arn())
            .resources(users.arn().applyValue(List::of))
            .build(),
        CustomResourceOptions.builder().dependsOn(attachment).build());
  }

  private static Plan plan(Vault vault, int days) {
    return new Plan(
        NAME,
        PlanArgs.builder()
            .rules(
                PlanRuleArgs.builder()
                    .ruleName("daily")
                    .targetVaultName(vault.name())
                    .schedule("cron(0 5 ? * * *)")
                    .lifecycle(PlanRuleLifecycleArgs.builder().deleteAfter(days).build())
                    .build())
            .build());
  }
}
