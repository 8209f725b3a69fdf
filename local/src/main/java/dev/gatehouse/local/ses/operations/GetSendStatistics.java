package dev.gatehouse.local.ses.operations;

import dev.gatehouse.local.awsquery.QueryRequest;
import dev.gatehouse.local.awsquery.QueryXml;
import dev.gatehouse.local.awsquery.QueryXml.XmlContent;
import dev.gatehouse.local.ses.account.SesAccount;
import java.time.Instant;
import java.util.Map;

/** The operation that counts the mails of the inbox by quarters of an hour; none bounces. */
record GetSendStatistics(SesAccount account) implements SesOperation {

  @Override
  public XmlContent execute(QueryRequest request) {
    return QueryXml.element(
        "SendDataPoints",
        xml -> {
          for (Map.Entry<Instant, Long> point : account.sentByQuarterHour().entrySet()) {
            QueryXml.element("member", point(point.getKey(), point.getValue())).write(xml);
          }
        });
  }

  private static XmlContent point(Instant start, long mails) {
    return xml -> {
      QueryXml.text("Timestamp", start.toString()).write(xml);
      QueryXml.text("DeliveryAttempts", String.valueOf(mails)).write(xml);
      for (String none : new String[] {"Bounces", "Complaints", "Rejects"}) {
        QueryXml.text(none, "0").write(xml);
      }
    };
  }
}
