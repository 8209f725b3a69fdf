package dev.gatehouse.local.lambda;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.gatehouse.local.plan.Plan;
import dev.gatehouse.local.plan.Resource;
import java.util.ArrayList;
import java.util.List;

/** A builder of plans with functions. */
public final class LambdaPlan {

  public static final String ACCOUNT = "arn:aws:lambda:us-east-1:000000000000:function:";
  public static final String POOL =
      "arn:aws:cognito-idp:us-east-1:000000000000:userpool/us-east-1_Abc";
  public static final String COGNITO = "cognito-idp.amazonaws.com";

  private final List<Resource> resources = new ArrayList<>();

  /**
   * Adds a function of test handlers, published, with an alias {@code live} that Cognito may call.
   */
  LambdaPlan live(String name, String handler, String more) {
    return function(name, handler, "{publish: true, timeout: 4, " + more + "}")
        .alias(name)
        .permission(name, "{qualifier: live, sourceArn: \"" + POOL + "\"}");
  }

  /** Adds a function with these inputs and its name, handler and archive. */
  public LambdaPlan function(String name, String handler, String inputs) {
    JsonObject all = json(inputs);
    all.addProperty("name", name);
    all.addProperty("code", "handlers.zip");
    all.addProperty("handler", "dev.gatehouse.local.lambda.handlers." + handler);
    if (!all.has("runtime")) {
      all.addProperty("runtime", "java21");
    }
    JsonObject outputs = all.deepCopy();
    outputs.addProperty("arn", ACCOUNT + name);
    outputs.addProperty("version", "1");
    return add("aws:lambda/function:Function", name, all, outputs);
  }

  /** Adds the alias {@code live} of the published version. */
  public LambdaPlan alias(String function) {
    JsonObject inputs =
        json("{name: live, functionName: \"" + function + "\", functionVersion: \"1\"}");
    return add("aws:lambda/alias:Alias", function + "-live", inputs, inputs);
  }

  /** Adds a permission for Cognito with these inputs. */
  public LambdaPlan permission(String function, String inputs) {
    JsonObject all = json(inputs);
    all.addProperty("function", function);
    all.addProperty("action", "lambda:InvokeFunction");
    if (!all.has("principal")) {
      all.addProperty("principal", COGNITO);
    }
    return add("aws:lambda/permission:Permission", function + "-permission", all, all);
  }

  /** Adds any resource. */
  LambdaPlan add(String type, String name, JsonObject inputs, JsonObject outputs) {
    resources.add(new Resource(type, name, "urn:" + name, "", List.of(), false, inputs, outputs));
    return this;
  }

  public Plan plan() {
    return new Plan("gatehouse", "local", resources, new JsonObject());
  }

  public static JsonObject json(String text) {
    return JsonParser.parseString(text).getAsJsonObject();
  }
}
