package org.throughline.desk;

import org.throughline.measure.Questionnaires;
import org.throughline.record.Store;

/** What people write down beside the sessions, and what is made of it. */
public final class Casework {

  private final Measures measures;
  private final Problems problems;
  private final Claims claims;
  private final Particulars particulars;
  private final Manifests manifests;
  private final Cohorts cohorts;

  Casework(Store store, Courses courses, Questionnaires questionnaires, Desk desk) {
    this.measures = new Measures(store, courses, questionnaires);
    this.problems = new Problems(store, courses);
    this.claims = new Claims(store, courses);
    this.particulars = new Particulars(store, questionnaires);
    this.manifests = new Manifests(store, desk);
    this.cohorts = new Cohorts(store, courses);
  }

  public Measures measures() {
    return measures;
  }

  public Problems problems() {
    return problems;
  }

  public Claims claims() {
    return claims;
  }

  public Particulars particulars() {
    return particulars;
  }

  public Manifests manifests() {
    return manifests;
  }

  public Cohorts cohorts() {
    return cohorts;
  }
}
