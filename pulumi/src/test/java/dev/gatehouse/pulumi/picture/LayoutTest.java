package dev.gatehouse.pulumi.picture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.pulumi.picture.Layout.Point;
import dev.gatehouse.pulumi.rules.Variant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every account that can be declared can be drawn, and read. */
final class LayoutTest {
  private static Layout layout(Variant variant) {
    return Layout.of(Account.of(Types.read(), Resource.of(variant.plan().text())));
  }

  @ParameterizedTest
  @MethodSource("dev.gatehouse.pulumi.rules.Variant#all")
  void boxesStandApartInsideTheFrameOfTheirGroup(Variant variant) {
    Layout layout = layout(variant);
    List<Area> seen = new ArrayList<>();

    layout
        .boxes()
        .areas()
        .forEach((box, area) -> {
          assertThat(seen).as(box.title()).noneMatch(other -> overlap(other, area));
          seen.add(area);
          Area frame = Objects.requireNonNull(layout.frames().get(box.group()));
          assertThat(area.x()).isGreaterThanOrEqualTo(frame.x() + Rows.GUTTER);
          assertThat(area.right()).isLessThan(frame.right());
          assertThat(area.y()).isGreaterThan(frame.y());
          assertThat(area.bottom()).isLessThan(frame.bottom());
        });
    assertThat(seen).hasSizeGreaterThan(8);
  }

  @ParameterizedTest
  @MethodSource("dev.gatehouse.pulumi.rules.Variant#all")
  void textFitsIntoItsBox(Variant variant) {
    layout(variant)
        .boxes()
        .areas()
        .forEach((box, area) -> {
          assertThat(Letters.width(box.title(), Rows.TITLE)).isLessThan(area.width());
          assertThat(Letters.width(box.label(), Rows.TEXT)).isLessThan(area.width());
          assertThat(Letters.width(box.detail(), Rows.TEXT)).isLessThan(area.width());
        });
  }

  @ParameterizedTest
  @MethodSource("dev.gatehouse.pulumi.rules.Variant#all")
  void arrowsLeadFromBoxToBoxAroundAllOthersAndNeverLieOnOneAnother(Variant variant) {
    Layout layout = layout(variant);
    Set<List<Integer>> taken = new HashSet<>();

    assertThat(layout.lines()).hasSizeGreaterThan(8);
    layout
        .lines()
        .forEach((arrow, line) -> {
          assertThat(touches(layout.boxes().of(arrow.from()), line.get(0))).isTrue();
          assertThat(touches(layout.boxes().of(arrow.to()), line.get(line.size() - 1))).isTrue();
          for (int i = 1; i < line.size(); i++) {
            Point from = line.get(i - 1);
            Point to = line.get(i);
            assertThat(from.x() == to.x() || from.y() == to.y()).isTrue();
            assertThat(layout.boxes().areas().values())
                .noneMatch(box -> goesThrough(box, from, to));
            for (int x = Math.min(from.x(), to.x());
                from.y() == to.y() && x <= Math.max(from.x(), to.x());
                x++) {
              assertThat(taken.add(List.of(x, from.y()))).as(arrow.toString()).isTrue();
            }
          }
        });
  }

  private static boolean overlap(Area one, Area other) {
    return one.x() < other.right()
        && other.x() < one.right()
        && one.y() < other.bottom()
        && other.y() < one.bottom();
  }

  private static boolean touches(Area box, Point point) {
    return point.x() > box.x()
        && point.x() < box.right()
        && (point.y() == box.y() || point.y() == box.bottom());
  }

  private static boolean goesThrough(Area box, Point from, Point to) {
    return Math.max(from.x(), to.x()) > box.x()
        && Math.min(from.x(), to.x()) < box.right()
        && Math.max(from.y(), to.y()) > box.y()
        && Math.min(from.y(), to.y()) < box.bottom();
  }
}
