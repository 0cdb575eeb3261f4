package org.throughline.cli;

import picocli.CommandLine.IVersionProvider;

/** What {@code --version} says. */
final class Version implements IVersionProvider {

  @Override
  public String[] getVersion() {
    return new String[] {"Throughline 0.1.0-SNAPSHOT, GPL-3.0-or-later"};
  }
}
