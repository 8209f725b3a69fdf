package dev.gatehouse.local.ses.operations;

import dev.gatehouse.local.ses.account.SesAccount;
import dev.gatehouse.local.ses.query.SesRequest;
import dev.gatehouse.local.ses.query.SesXml;
import dev.gatehouse.local.ses.query.SesXml.XmlContent;

/**
 * The operation that returns the sending limits of an account outside the SES sandbox, and what it
 * sent.
 */
record GetSendQuota(SesAccount account) implements SesOperation {

  @Override
  public XmlContent execute(SesRequest request) {
    return xml -> {
      SesXml.text("SentLast24Hours", account.sentLast24Hours() + ".0").write(xml);
      SesXml.text("Max24HourSend", "50000.0").write(xml);
      SesXml.text("MaxSendRate", "14.0").write(xml);
    };
  }
}
