package dev.gatehouse.pulumi.monitoring;

/**
 * The definition of an alarm.
 *
 * @param description the cause and the remedy, as the notification shows them
 * @param threshold the lowest value that breaches, or the lowest that does not
 * @param urgency who is told
 * @param breaches which values breach
 */
record Alarm(
    String name,
    String description,
    Measure measure,
    double threshold,
    Evaluation evaluation,
    Urgency urgency,
    Breach breaches) {

  Alarm(
      String name,
      String description,
      Measure measure,
      double threshold,
      Evaluation evaluation,
      Urgency urgency) {
    this(name, description, measure, threshold, evaluation, urgency, Breach.FROM_THRESHOLD);
  }

  /** The length of a period, and how many of the last periods must breach. */
  record Evaluation(int periodSeconds, int datapointsToAlarm, int evaluationPeriods) {
    static final Evaluation ONE_PERIOD = new Evaluation(300, 1, 1);
    static final Evaluation TWO_OF_THREE = new Evaluation(300, 2, 3);
    static final Evaluation ONE_HOUR = new Evaluation(3600, 1, 1);
  }

  /** How soon a person must look. */
  enum Urgency {
    /** Now: people cannot sign up, or data is lost. */
    PAGE,
    /** On the next working day. */
    TICKET
  }

  /** Which values of the measure breach. */
  enum Breach {
    /** The threshold and above; no data means no traffic. */
    FROM_THRESHOLD("GreaterThanOrEqualToThreshold", "notBreaching"),
    /** Below the threshold, and no data: what must happen does not. */
    BELOW_THRESHOLD("LessThanThreshold", "breaching"),
    /** Below the threshold; no data changes nothing, since an expired certificate has none. */
    BELOW_THRESHOLD_OR_UNCHANGED("LessThanThreshold", "ignore");

    private final String operator;
    private final String missingData;

    Breach(String operator, String missingData) {
      this.operator = operator;
      this.missingData = missingData;
    }

    String operator() {
      return operator;
    }

    String missingData() {
      return missingData;
    }
  }

  /** Returns the same alarm for another measure. */
  Alarm measuring(Measure other) {
    return new Alarm(name, description, other, threshold, evaluation, urgency, breaches);
  }

  /** Returns the same alarm for values below the threshold. */
  Alarm below() {
    return breaching(Breach.BELOW_THRESHOLD);
  }

  /** Returns the same alarm for values below the threshold, which no data does not end. */
  Alarm belowOrUnchanged() {
    return breaching(Breach.BELOW_THRESHOLD_OR_UNCHANGED);
  }

  private Alarm breaching(Breach values) {
    return new Alarm(name, description, measure, threshold, evaluation, urgency, values);
  }

  /** Returns an alarm that a person must look at now. */
  static Alarm page(
      String name, String description, Measure measure, double threshold, Evaluation evaluation) {
    return new Alarm(name, description, measure, threshold, evaluation, Urgency.PAGE);
  }

  /** Returns an alarm that can wait for the next working day. */
  static Alarm ticket(
      String name, String description, Measure measure, double threshold, Evaluation evaluation) {
    return new Alarm(name, description, measure, threshold, evaluation, Urgency.TICKET);
  }
}
