package dev.gatehouse.local.ses.operations;

import dev.gatehouse.local.awsquery.QueryError;
import dev.gatehouse.local.awsquery.QueryRequest;
import dev.gatehouse.local.awsquery.QueryXml.XmlContent;
import dev.gatehouse.local.ses.mail.MessageRejected;

/** An operation of SES; the name of the class is the name of the operation. */
@FunctionalInterface
public interface SesOperation {

  /**
   * Executes the operation and returns the content of its result element; throws {@link QueryError}
   * or {@link MessageRejected} if SES refuses the request.
   */
  XmlContent execute(QueryRequest request);
}
