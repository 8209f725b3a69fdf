package dev.gatehouse.local.inspect;

import dev.gatehouse.local.activity.Activity;
import dev.gatehouse.local.activity.FunctionLogFiles;
import dev.gatehouse.local.activity.Masking;
import dev.gatehouse.local.activity.RecordedRequest;
import dev.gatehouse.local.lambda.invoke.FunctionCall;
import dev.gatehouse.local.lambda.registry.LambdaFunction;
import dev.gatehouse.local.ses.mail.SentMail;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The requests and function calls of the emulator, newest first, and what caused what. */
public final class History {

  private final Activity activity;
  private final Mails mails;
  private final FunctionLogFiles logs;
  private final List<LambdaFunction> functions;

  /** Creates a view of what happened. */
  public History(
      Activity activity, Mails mails, FunctionLogFiles logs, List<LambdaFunction> functions) {
    this.activity = activity;
    this.mails = mails;
    this.logs = logs;
    this.functions = functions;
  }

  /**
   * Returns a page of the requests whose line or code contains the words.
   *
   * @param included the requests among which they are looked for
   */
  public ListPage<RecordedRequest> requests(
      Predicate<RecordedRequest> included, String words, String before, int limit) {
    String wanted = words.strip().toLowerCase(Locale.ROOT);
    return ListPage.of(
        activity.requests().newestFirst(),
        RecordedRequest::id,
        request ->
            included.test(request)
                && (request.title() + " " + request.status() + " " + request.code())
                    .toLowerCase(Locale.ROOT)
                    .contains(wanted),
        before,
        limit);
  }

  /** Returns a page of the calls whose function, caller, outcome or event contains the words. */
  public ListPage<FunctionCall> calls(String words, String before, int limit) {
    String wanted = words.strip().toLowerCase(Locale.ROOT);
    return ListPage.of(
        activity.calls().newestFirst(),
        FunctionCall::id,
        call ->
            String.join(
                    " ", call.function(), call.caller(), call.outcome(), call.code(), call.event())
                .toLowerCase(Locale.ROOT)
                .contains(wanted),
        before,
        limit);
  }

  /** Returns the request of this id, or an empty Optional if it is not among the latest. */
  public Optional<RecordedRequest> request(String id) {
    return activity.requests().find(id);
  }

  /** Returns the function call of this id, or an empty Optional if it is not among the latest. */
  public Optional<FunctionCall> call(String id) {
    return activity.calls().find(id);
  }

  /** Returns what belongs to the trace of a request, but for the request, newest first. */
  public List<CausedStep> causedBy(RecordedRequest request) {
    return trace(request.trace()).stream().filter(step -> !step.id().equals(request.id())).toList();
  }

  /** Returns what belongs to the trace of a call, but for the call, newest first. */
  public List<CausedStep> relatedTo(FunctionCall call) {
    return trace(call.trace()).stream().filter(step -> !step.id().equals(call.id())).toList();
  }

  /** Returns what belongs to the trace of a mail, but for the mail, newest first. */
  public List<CausedStep> relatedTo(SentMail mail) {
    return trace(activity.mails().of(mail.id()).root()).stream()
        .filter(step -> !step.id().equals(mail.id()))
        .toList();
  }

  private List<CausedStep> trace(String root) {
    Stream<SentMail> sent =
        root.isEmpty()
            ? Stream.empty()
            : mails.newestFirst().stream()
                .filter(mail -> activity.mails().of(mail.id()).root().equals(root));
    return Stream.of(
            activity.requests(root).stream().map(CausedStep::of),
            activity.calls(root).stream().map(CausedStep::of),
            sent.map(mail -> CausedStep.of(mail, activity.mails().of(mail.id()).at())))
        .flatMap(steps -> steps)
        .sorted(Comparator.comparing(CausedStep::at).reversed())
        .toList();
  }

  /** Returns the function calls whose event names a user, newest first, at most a page. */
  public List<FunctionCall> callsOf(UserSummary user) {
    return activity.calls().newestFirst().stream()
        .filter(
            call ->
                call.event().contains(user.sub())
                    || (!user.email().isEmpty() && call.event().contains(user.email())))
        .limit(ListPage.SIZE)
        .toList();
  }

  /** Returns the lines that an invocation logged, newest first. */
  public List<String> log(FunctionCall call) {
    return new ArrayList<>(logs.of(call.function(), call.id())).reversed();
  }

  /** Returns the last lines of a function's log, newest first. */
  public List<String> log(String function, int max) {
    return new ArrayList<>(logs.last(function, max)).reversed();
  }

  /** Returns the log files. */
  public FunctionLogFiles logs() {
    return logs;
  }

  /** Returns the names of all functions. */
  public List<String> functions() {
    return functions.stream().map(LambdaFunction::name).toList();
  }

  /** Returns the environment that the plan gives the function of a call, secrets masked. */
  public Map<String, String> environment(FunctionCall call) {
    Map<String, String> variables = new TreeMap<>();
    functions.stream()
        .filter(function -> function.name().equals(call.function()))
        .forEach(
            function ->
                function
                    .environment()
                    .forEach((name, value) -> variables.put(name, Masking.variable(name, value))));
    return variables;
  }
}
