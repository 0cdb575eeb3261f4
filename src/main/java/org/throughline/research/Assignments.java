package org.throughline.research;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.throughline.research.StudyEvent.Duty;

/** Shares sessions out. */
public final class Assignments {

  private Assignments() {}

  /**
   * The sessions that may be shared out for a purpose. Whoever has seen the key of a session cannot
   * code it blind, so sessions for training are for nothing else.
   *
   * @throws IllegalArgumentException if there is none, saying what to do
   */
  public static List<String> fit(Study study, List<String> sessions, Duty duty) {
    List<String> fit = sessions.stream().filter(session -> isFit(study, session, duty)).toList();
    if (fit.isEmpty()) {
      throw new IllegalArgumentException(
          switch (duty) {
            case CODING ->
                "every session is there for training; whoever saw a key cannot code it blind:"
                    + " begin a study with more sessions";
            case KEY ->
                "every session is shared out for coding already; in another study, share the"
                    + " training sessions out first";
            case TRAINING ->
                "no session has a key; share sessions out to an expert for the key first";
          });
    }
    return fit;
  }

  private static boolean isFit(Study study, String session, Duty duty) {
    boolean keyed = !study.coders(session, Duty.KEY).isEmpty();
    return switch (duty) {
      case CODING -> !keyed && study.coders(session, Duty.TRAINING).isEmpty();
      case KEY -> study.coders(session, Duty.CODING).isEmpty();
      case TRAINING -> keyed;
    };
  }

  /** The same sessions to every coder, and no others: keys and those who train against them. */
  public static Map<String, List<String>> same(
      List<String> sessions, List<String> coders, int many, long seed) {
    Map<String, List<String>> plan = plan(sessions, coders, Math.min(many, sessions.size()), seed);
    plan.replaceAll((coder, own) -> own.subList(0, Math.min(many, sessions.size())));
    return plan;
  }

  /**
   * Some sessions to every coder, the rest in turn to one each.
   *
   * @param twice how many sessions all coders get; a fifth of the material is the usual least
   * @return each coder's sessions
   */
  public static Map<String, List<String>> plan(
      List<String> sessions, List<String> coders, int twice, long seed) {
    if (coders.isEmpty() || twice < 0) {
      throw new IllegalArgumentException("sessions are shared out among one coder or more");
    }
    List<String> shuffled = new ArrayList<>(sessions);
    Collections.sort(shuffled);
    Collections.shuffle(shuffled, new Random(seed));
    Map<String, List<String>> plan = new LinkedHashMap<>();
    coders.forEach(coder -> plan.put(coder, new ArrayList<>()));
    for (int i = 0; i < shuffled.size(); i++) {
      if (i < twice) {
        for (List<String> own : plan.values()) {
          own.add(shuffled.get(i));
        }
      } else {
        plan.getOrDefault(coders.get(i % coders.size()), new ArrayList<>()).add(shuffled.get(i));
      }
    }
    return plan;
  }
}
