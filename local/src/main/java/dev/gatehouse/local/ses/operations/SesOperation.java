package dev.gatehouse.local.ses.operations;

import dev.gatehouse.local.ses.mail.MessageRejected;
import dev.gatehouse.local.ses.query.SesError;
import dev.gatehouse.local.ses.query.SesRequest;
import dev.gatehouse.local.ses.query.SesXml.XmlContent;

/** An operation of SES; the name of the class is the name of the operation. */
@FunctionalInterface
public interface SesOperation {

  /**
   * Executes the operation and returns the content of its result element; throws {@link SesError}
   * or {@link MessageRejected} if SES refuses the request.
   */
  XmlContent execute(SesRequest request);
}
