package dev.gatehouse.pulumi.monitoring;

/**
 * The definition of an alarm.
 *
 * @param description the cause and the remedy, as the notification shows them
 * @param threshold the lowest value that breaches
 * @param urgency who is told
 */
record Alarm(
    String name,
    String description,
    Measure measure,
    double threshold,
    Evaluation evaluation,
    Urgency urgency) {

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

  /** Returns the same alarm for another measure. */
  Alarm measuring(Measure other) {
    return new Alarm(name, description, other, threshold, evaluation, urgency);
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
