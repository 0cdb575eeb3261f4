package org.throughline.deidentify;

import java.util.List;

/** Looks for one family of identifiers. A pure function; findings may overlap those of others. */
@FunctionalInterface
interface Recogniser {

  List<Finding> find(Passage passage);
}
