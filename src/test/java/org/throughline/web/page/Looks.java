package org.throughline.web.page;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.Locale;
import org.assertj.core.api.SoftAssertions;

/** A view as somebody has come to it, on a wide screen in the light and on a phone in the dark. */
final class Looks {

  private Looks() {}

  /** Keeps a picture of each and asserts that nothing sticks out and axe-core finds nothing. */
  static void right(Page page, String name) {
    SoftAssertions all = new SoftAssertions();
    one(all, page, name, Visit.PHONE, ColorScheme.DARK);
    one(all, page, name, Visit.WIDE, ColorScheme.LIGHT);
    all.assertAll();
  }

  private static void one(
      SoftAssertions all, Page page, String name, int width, ColorScheme colours) {
    page.setViewportSize(width, width == Visit.PHONE ? 844 : 900);
    // What was just said fades otherwise, and would be seen half gone.
    page.emulateMedia(
        new Page.EmulateMediaOptions()
            .setColorScheme(colours)
            .setReducedMotion(ReducedMotion.REDUCE));
    page.evaluate("delete document.getElementById('said').dataset.fresh");
    String picture = "%s-%d-%s".formatted(name, width, colours.name().toLowerCase(Locale.ROOT));
    Visit.screenshot(page, picture);
    all.assertThat(page.evaluate("document.documentElement.scrollWidth - innerWidth"))
        .as("what sticks out sideways of " + picture)
        .isEqualTo(0);
    all.assertThat(EveryViewIT.serious(page)).as(picture).isEmpty();
  }
}
