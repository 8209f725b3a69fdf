package dev.gatehouse.local.s3;

import dev.gatehouse.local.http.Request;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The operations of S3 that the emulator has, with the action that each needs. */
enum S3Operation {
  COPY_OBJECT("s3:PutObject"),
  DELETE_OBJECT("s3:DeleteObject"),
  GET_BUCKET_LOCATION("s3:GetBucketLocation"),
  GET_OBJECT("s3:GetObject"),
  HEAD_BUCKET("s3:ListBucket"),
  HEAD_OBJECT("s3:GetObject"),
  LIST_BUCKETS("s3:ListAllMyBuckets"),
  LIST_OBJECTS_V2("s3:ListBucket"),
  PUT_OBJECT("s3:PutObject");

  /** The parameters of signatures and of SDKs, and those that an operation here reads. */
  private static final Set<String> PARAMETERS =
      Set.of(
          "continuation-token",
          "delimiter",
          "encoding-type",
          "fetch-owner",
          "list-type",
          "location",
          "max-keys",
          "prefix",
          "start-after",
          "x-id");

  /** Headers of reads by which a reader may get less than everything, and gets everything. */
  private static final Set<String> IGNORED_OF_READS =
      Set.of("if-modified-since", "if-none-match", "if-range", "range");

  /** Headers that would change what an operation does. */
  private static final List<String> UNSUPPORTED_HEADERS =
      List.of(
          "if-",
          "range",
          "x-amz-acl",
          "x-amz-copy-source-if-",
          "x-amz-copy-source-range",
          "x-amz-grant-",
          "x-amz-object-lock-",
          "x-amz-server-side-encryption-customer-",
          "x-amz-tagging",
          "x-amz-website-");

  private final String action;

  S3Operation(String action) {
    this.action = action;
  }

  /** Returns the action on the object, or on the bucket if the operation is about it. */
  String action() {
    return action;
  }

  /** Returns the operation of a request; throws {@link S3Exception} if there is none. */
  static S3Operation of(Request request, S3Address address) {
    for (String parameter : request.query().keySet()) {
      if (!PARAMETERS.contains(parameter)
          && !parameter.toLowerCase(Locale.ROOT).startsWith("x-amz-")) {
        throw S3Exception.notImplemented("the parameter " + parameter);
      }
    }
    for (String header : request.headers().keySet()) {
      String name = header.toLowerCase(Locale.ROOT);
      if (UNSUPPORTED_HEADERS.stream().anyMatch(name::startsWith)
          && !(request.method().matches("GET|HEAD") && IGNORED_OF_READS.contains(name))) {
        throw S3Exception.notImplemented("the header " + header);
      }
    }
    if (address.bucket().isEmpty()) {
      return ofService(request.method());
    }
    return address.key().isEmpty() ? ofBucket(request) : ofObject(request);
  }

  private static S3Operation ofService(String method) {
    if (method.equals("GET")) {
      return LIST_BUCKETS;
    }
    throw notAllowed();
  }

  private static S3Operation ofBucket(Request request) {
    return switch (request.method()) {
      case "HEAD" -> HEAD_BUCKET;
      case "GET" -> {
        if (request.parameter("location").isPresent()) {
          yield GET_BUCKET_LOCATION;
        }
        if (request.parameter("list-type").filter("2"::equals).isEmpty()) {
          throw S3Exception.notImplemented("ListObjects; use ListObjectsV2");
        }
        yield LIST_OBJECTS_V2;
      }
      case "PUT", "DELETE" -> throw S3Exception.notImplemented("buckets that are not in the plan");
      case "POST" -> throw S3Exception.notImplemented("POST on a bucket");
      default -> throw notAllowed();
    };
  }

  private static S3Operation ofObject(Request request) {
    return switch (request.method()) {
      case "GET" -> GET_OBJECT;
      case "HEAD" -> HEAD_OBJECT;
      case "PUT" -> request.header("x-amz-copy-source").isPresent() ? COPY_OBJECT : PUT_OBJECT;
      case "DELETE" -> DELETE_OBJECT;
      case "POST" -> throw S3Exception.notImplemented("uploads in parts");
      default -> throw notAllowed();
    };
  }

  private static S3Exception notAllowed() {
    return new S3Exception(
        405, "MethodNotAllowed", "The specified method is not allowed against this resource.");
  }
}
