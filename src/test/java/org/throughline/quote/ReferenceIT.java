package org.throughline.quote;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The index against trying everything: 10,000 random questions, each with and without a limit. */
class ReferenceIT {

  @Test
  void the_index_answers_what_trying_everything_answers() throws IOException {
    ReferenceTest.ask(50, 200);
  }
}
