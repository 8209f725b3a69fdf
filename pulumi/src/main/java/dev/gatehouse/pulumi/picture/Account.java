package dev.gatehouse.pulumi.picture;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Is an account as boxes and arrows, told from a plan. */
record Account(List<Box> boxes, Set<Arrow> arrows) {
  private static final Box PEOPLE = new Box("people", Group.PEOPLE, "People", "", "", false, true);

  /** What a stack may use and not make: an identity that mails come from, a topic for alarms. */
  private static final Pattern FOREIGN =
      Pattern.compile("arn:aws[a-z-]*:(ses|sns):[^:]*:[^:]*:(?:identity/)?(.+)");

  static Account of(Types types, List<Resource> resources) {
    return new Reader(types, resources).account();
  }

  private static final class Reader {
    private final Types types;
    private final List<Resource> resources;
    private final Boxes boxes;
    private final Map<String, Box> foreign = new LinkedHashMap<>();
    private final Set<Arrow> arrows = new LinkedHashSet<>();
    private final Set<Arrow> back = new LinkedHashSet<>();

    Reader(Types types, List<Resource> resources) {
      this.types = types;
      this.resources = resources.stream().filter(Resource::isOfAws).toList();
      this.boxes = new Boxes(types, resources);
    }

    Account account() {
      resources.forEach(this::dependencies);
      resources.forEach(this::foreign);
      // A function may receive from a queue: the queue's own arrow says so better.
      back.forEach(it -> arrows.remove(new Arrow(it.to(), it.from())));
      arrows.addAll(back);
      people();
      List<Box> all = new ArrayList<>(List.of(PEOPLE));
      all.addAll(boxes.all());
      all.addAll(foreign.values());
      return new Account(List.copyOf(all), arrows);
    }

    private void dependencies(Resource resource) {
      Box box = boxes.of(resource.urn());
      Type.Arrows meaning = types.of(resource).arrows();
      for (String urn : resource.dependencies()) {
        Box other = boxes.of(urn);
        if (box != null && other != null && !box.equals(other)) {
          switch (meaning) {
            case TO -> arrows.add(new Arrow(box, other));
            case FROM -> back.add(new Arrow(other, box));
            case NONE -> {}
          }
        }
      }
    }

    private void foreign(Resource resource) {
      Box box = boxes.of(resource.urn());
      if (box != null && types.of(resource).arrows() == Type.Arrows.TO) {
        Resource.texts(resource.inputs())
            .filter(text -> !isMade(text))
            .map(FOREIGN::matcher)
            .filter(Matcher::matches)
            .forEach(arn -> arrows.add(new Arrow(box, foreign(arn))));
      }
    }

    private Box foreign(Matcher arn) {
      boolean mail = arn.group(1).equals("ses");
      return foreign.computeIfAbsent(
          arn.group(),
          key ->
              new Box(
                  key,
                  mail ? Group.MAIL : Group.WATCH,
                  arn.group(2),
                  mail ? "SES identity" : "Topic",
                  "yours already",
                  false,
                  true));
    }

    private boolean isMade(String arn) {
      return resources.stream()
          .anyMatch(
              it -> it.outputs().has("arn") && it.outputs().get("arn").getAsString().equals(arn));
    }

    /** People come to the first of several doors: a name before what is behind it. */
    private void people() {
      List<Box> doors = meeting(Type.People.COME).toList();
      doors.stream()
          .filter(door -> doors.stream().noneMatch(it -> arrows.contains(new Arrow(it, door))))
          .forEach(door -> arrows.add(new Arrow(PEOPLE, door)));
      Stream.concat(
              meeting(Type.People.RECEIVE),
              foreign.values().stream().filter(it -> it.group() == Group.MAIL))
          .forEach(it -> arrows.add(new Arrow(it, PEOPLE)));
    }

    private Stream<Box> meeting(Type.People how) {
      return resources.stream()
          .filter(it -> types.of(it).people() == how)
          .map(it -> boxes.of(it.urn()))
          .filter(java.util.Objects::nonNull)
          .distinct();
    }
  }
}
