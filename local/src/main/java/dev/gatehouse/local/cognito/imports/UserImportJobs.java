package dev.gatehouse.local.cognito.imports;

import dev.gatehouse.local.awsjson.AwsException;
import dev.gatehouse.local.cognito.pools.UserPool;
import dev.gatehouse.local.cognito.pools.UserPools;
import dev.gatehouse.local.cognito.requests.RandomIds;
import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.http.Response;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The import jobs of all pools and their uploaded files, in memory. */
public final class UserImportJobs {
  private static final String PATH = "/_aws/cognito-idp/user-imports/";
  private static final Duration UPLOAD = Duration.ofMinutes(15);

  private final UserPools pools;
  private final URI awsUrl;
  private final ImportQuota quota;
  private final Clock clock;
  private final Map<String, UserImportJob> jobs = new ConcurrentHashMap<>();
  private final Map<String, byte[]> files = new ConcurrentHashMap<>();

  /**
   * Creates a registry without jobs.
   *
   * @param awsUrl the AWS endpoint of the local emulator, to which files are uploaded
   */
  public UserImportJobs(UserPools pools, URI awsUrl, ImportQuota quota, Clock clock) {
    this.pools = pools;
    this.awsUrl = awsUrl;
    this.quota = quota;
    this.clock = clock;
  }

  /** Creates a job, which waits for its file. */
  public UserImportJob create(UserPool pool, String name, String roleArn) {
    String id = "import-" + RandomIds.alphanumeric(10);
    String url = awsUrl.toString().replaceAll("/$", "") + PATH + id;
    UserImportJob job =
        new UserImportJob(id, name, pool.id(), roleArn, url, clock.instant(), null, null);
    jobs.put(id, job);
    return job;
  }

  /** Returns a job; throws ResourceNotFoundException if the pool has none of this id. */
  public UserImportJob get(UserPool pool, String id) {
    UserImportJob job = jobs.get(id);
    if (job == null || !job.poolId().equals(pool.id())) {
      throw new AwsException("ResourceNotFoundException", "Job with ID " + id + " does not exist.");
    }
    return job;
  }

  /** Runs a job to its end and returns it as it was at its start. */
  public UserImportJob start(UserPool pool, String id) {
    UserImportJob job = get(pool, id);
    byte @Nullable [] file = files.remove(id);
    if (job.started() != null || file == null) {
      throw new AwsException(
          "PreconditionNotMetException",
          job.started() != null
              ? "The job was started already."
              : "The CSV file of the job was not uploaded.");
    }
    UserImportJob started = job.started(clock.instant());
    jobs.put(id, started.ended(new UserImport(pool, quota, clock).run(file)));
    return started;
  }

  /** Returns whether a request uploads a file. */
  public static boolean isUpload(Request request) {
    return request.path().startsWith(PATH);
  }

  /** Stores the file of a job. */
  public Response upload(Request request) {
    UserImportJob job = jobs.get(request.path().substring(PATH.length()));
    boolean inTime = job != null && job.created().plus(UPLOAD).isAfter(clock.instant());
    // The header is part of what AWS's URL signs.
    boolean encrypted =
        request.header("x-amz-server-side-encryption").filter("aws:kms"::equals).isPresent();
    if (!request.method().equals("PUT") || job == null || !inTime || !encrypted) {
      return Response.of(
          403,
          "application/xml",
          "<Error><Code>%s</Code></Error>"
              .formatted(inTime ? "SignatureDoesNotMatch" : "AccessDenied"));
    }
    files.put(job.id(), request.body());
    return new Response(200, Map.of(), new byte[0]);
  }

  /** Returns the pool of a request. */
  public UserPool pool(String id) {
    return pools.pool(id);
  }
}
