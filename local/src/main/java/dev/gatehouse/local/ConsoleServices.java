package dev.gatehouse.local;

import dev.gatehouse.local.activity.Activity;
import dev.gatehouse.local.activity.EventHub;
import dev.gatehouse.local.activity.FunctionLogFiles;
import dev.gatehouse.local.clock.MovableClock;
import dev.gatehouse.local.cognito.Cognito;
import dev.gatehouse.local.console.EmulatorConsole;
import dev.gatehouse.local.console.view.FirstPage.AccountView;
import dev.gatehouse.local.control.ControlApi;
import dev.gatehouse.local.control.Routes;
import dev.gatehouse.local.faults.Faults;
import dev.gatehouse.local.http.Service;
import dev.gatehouse.local.inspect.AwsClient;
import dev.gatehouse.local.inspect.History;
import dev.gatehouse.local.inspect.Mails;
import dev.gatehouse.local.inspect.Replay;
import dev.gatehouse.local.inspect.TokenDecoder;
import dev.gatehouse.local.inspect.UserActions;
import dev.gatehouse.local.inspect.Users;
import dev.gatehouse.local.inspect.UsersTable;
import dev.gatehouse.local.lambda.Lambda;
import dev.gatehouse.local.mailtexts.MailTexts;
import dev.gatehouse.local.ses.Ses;
import java.net.URI;
import java.time.Duration;

/**
 * The console and the HTTP calls for test code, over the services of the emulator.
 *
 * @param aws the services on the AWS port, as their clients see them
 * @param api the API, as its clients see it
 */
record ConsoleServices(
    EmulatorInfo info,
    MovableClock clock,
    Activity activity,
    Faults faults,
    Service aws,
    Service api,
    Lambda lambda,
    Ses ses,
    Cognito cognito,
    UsersTable table,
    FunctionLogFiles logs,
    MailTexts texts) {

  /** Returns the pages and calls, which learn of everything from now on. */
  Routes routes() {
    ControlApi.Parts parts = parts();
    EmulatorConsole console = new EmulatorConsole(parts, clock, texts, this::account);
    activity.tell(console.liveRows());
    return Routes.of(ControlApi.routes(parts), console.routes());
  }

  private ControlApi.Parts parts() {
    Mails mails = new Mails(ses.inbox());
    AwsClient client = new AwsClient(aws, URI.create(info.awsUrl()));
    return new ControlApi.Parts(
        mails,
        ses.inbox(),
        new Users(cognito.users(), table),
        new UserActions(client, api, cognito.users(), info.userPoolClientId()),
        new History(activity, mails, logs, lambda.functions()),
        new Replay(lambda, activity),
        new TokenDecoder(cognito::publicKeys, clock),
        new EventHub(),
        faults);
  }

  private AccountView account() {
    String signIn = info.hostedUiUrl();
    return new AccountView(
        info.userPoolId(),
        info.userPoolClientId(),
        info.tableName(),
        info.apiUrl(),
        info.awsUrl(),
        info.sampleEmail(),
        signIn == null ? null : signIn.replaceFirst("/login\\?", "/signup?"),
        signIn,
        clock.instant().toString().replaceFirst("\\.\\d+Z$", "Z"),
        clock.ahead().isZero() ? null : ahead(clock.ahead()));
  }

  private static String ahead(Duration time) {
    return time.toDays() > 0
        ? time.toDays() + " d " + time.toHoursPart() + " h"
        : time.toHours() + " h " + time.toMinutesPart() + " min";
  }
}
