package org.throughline.transcript.reader;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.throughline.transcript.Role;

/**
 * Labels that are themselves the name of a role.
 *
 * <p>Whole words leave no doubt. Single letters do: {@code T} may be Tom and {@code C} Claire; they
 * count only as the one pair {@code T} and {@code C} in a file. Everything else is asked.
 */
final class RoleWords {

  private static final Map<String, Role> WORDS =
      Map.ofEntries(
          Map.entry("therapist", Role.THERAPIST),
          Map.entry("psychotherapist", Role.THERAPIST),
          Map.entry("counsellor", Role.THERAPIST),
          Map.entry("counselor", Role.THERAPIST),
          Map.entry("therapeut", Role.THERAPIST),
          Map.entry("therapeutin", Role.THERAPIST),
          Map.entry("thérapeute", Role.THERAPIST),
          Map.entry("terapeuta", Role.THERAPIST),
          Map.entry("terapeut", Role.THERAPIST),
          Map.entry("client", Role.CLIENT),
          Map.entry("klient", Role.CLIENT),
          Map.entry("klientin", Role.CLIENT),
          Map.entry("cliente", Role.CLIENT),
          Map.entry("patientin", Role.CLIENT),
          Map.entry("paciente", Role.CLIENT),
          Map.entry("patient", Role.CLIENT));

  private RoleWords() {}

  static boolean isRole(String label) {
    return ofWord(label) != null;
  }

  static @Nullable Role ofWord(String label) {
    return WORDS.get(label.toLowerCase(Locale.ROOT));
  }

  /** The roles that a file's labels state by themselves. */
  static Map<String, Role> in(Collection<String> labels) {
    Map<String, Role> roles = new LinkedHashMap<>();
    for (String label : labels) {
      Role role = ofWord(label);
      if (role != null) {
        roles.put(label, role);
      }
    }
    if (labels.contains("T") && labels.contains("C")) {
      roles.put("T", Role.THERAPIST);
      roles.put("C", Role.CLIENT);
    }
    // Two labels for the client (C, then Client) may be two people: that is asked.
    if (roles.values().stream().filter(role -> role == Role.CLIENT).count() > 1) {
      roles.values().removeIf(role -> role == Role.CLIENT);
    }
    return roles;
  }
}
