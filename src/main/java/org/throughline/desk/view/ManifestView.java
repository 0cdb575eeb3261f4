package org.throughline.desk.view;

import java.time.Instant;
import java.util.Map;
import org.throughline.report.Manifest;

/**
 * A report that was made.
 *
 * @param document hash of its text
 * @param figures how many it holds
 */
public record ManifestView(
    String id,
    String at,
    String account,
    String report,
    Map<String, String> parameters,
    String engine,
    String document,
    int figures) {

  public static ManifestView of(String id, Instant at, String account, Manifest manifest) {
    return new ManifestView(
        id,
        at.toString(),
        account,
        manifest.report(),
        manifest.parameters(),
        manifest.engine(),
        manifest.document(),
        manifest.figures().size());
  }
}
