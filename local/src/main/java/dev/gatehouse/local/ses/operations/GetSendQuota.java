package dev.gatehouse.local.ses.operations;

import dev.gatehouse.local.awsquery.QueryRequest;
import dev.gatehouse.local.awsquery.QueryXml;
import dev.gatehouse.local.awsquery.QueryXml.XmlContent;
import dev.gatehouse.local.ses.account.SesAccount;

/**
 * The operation that returns the sending limits of an account outside the SES sandbox, and what it
 * sent.
 */
record GetSendQuota(SesAccount account) implements SesOperation {

  @Override
  public XmlContent execute(QueryRequest request) {
    return xml -> {
      QueryXml.text("SentLast24Hours", account.sentLast24Hours() + ".0").write(xml);
      QueryXml.text("Max24HourSend", "50000.0").write(xml);
      QueryXml.text("MaxSendRate", "14.0").write(xml);
    };
  }
}
