package dev.gatehouse.local.ses.operations;

import dev.gatehouse.local.awsjson.OperationsTable;
import dev.gatehouse.local.awsquery.QueryError;
import dev.gatehouse.local.ses.account.SesAccount;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The registry of the SES operations that the emulator supports. */
public final class SesOperations {

  private final Map<String, SesOperation> byName;

  private SesOperations(Stream<SesOperation> operations) {
    byName =
        operations.collect(
            Collectors.toMap(
                operation -> operation.getClass().getSimpleName(), Function.identity()));
  }

  /** The operation that creates the operations on this account. */
  public static SesOperations on(SesAccount account) {
    return new SesOperations(
        Stream.concat(
            TemplateOperations.on(account.templates()),
            Stream.of(
                new SendEmail(account),
                new SendTemplatedEmail(account),
                new DeleteIdentity(account.identities()),
                new GetSendStatistics(account),
                new SendRawEmail(account),
                new VerifyEmailIdentity(account.identities()),
                new VerifyDomainIdentity(account.identities()),
                new GetIdentityVerificationAttributes(account.identities()),
                new ListIdentities(account.identities()),
                new GetSendQuota(account))));
  }

  /** Returns the operation of this name; throws {@link QueryError} if it is not supported. */
  public SesOperation find(String name) {
    SesOperation operation = byName.get(name);
    if (operation == null) {
      throw new QueryError(
          "InvalidAction",
          "Could not find operation %s for version 2010-12-01; %s"
              .formatted(name, OperationsTable.reference("ses")));
    }
    return operation;
  }
}
