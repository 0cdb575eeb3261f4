package org.throughline.exchange;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A project or code book of another program, and how it was understood.
 *
 * @param reading how its positions were counted
 * @param quoted selections that carry words to test the positions against
 * @param agreed those of them whose positions point at their words
 * @param quarantine selections not taken over
 * @param warnings what the file does against the standard, and what was made of it
 * @param losses what was left behind
 * @param side what an export of ours kept beside; null where there is none
 */
public record Imported(
    QdaProject project,
    Reading reading,
    int quoted,
    int agreed,
    List<Quarantined> quarantine,
    List<String> warnings,
    List<Loss> losses,
    @Nullable SideFile side) {

  public Imported {
    quarantine = List.copyOf(quarantine);
    warnings = List.copyOf(warnings);
    losses = List.copyOf(losses);
  }

  /** The same with a side file from elsewhere. */
  public Imported beside(@Nullable SideFile other) {
    return new Imported(project, reading, quoted, agreed, quarantine, warnings, losses, other);
  }

  @Override
  public String toString() {
    return "Imported[sources=" + project.sources().size() + ", reading=" + reading + "]";
  }
}
