package org.throughline.coding;

import org.throughline.transcript.Role;

/**
 * The denominators of one turn: what there was to be coded.
 *
 * @param turn index of the turn
 * @param words words spoken, fillers and marks left out
 * @param clauses finite clauses
 * @param selfClauses finite clauses whose subject is the speaker ("I", "we")
 * @param pastClauses past-event clauses: the material of narrative episodes
 */
public record TurnFacts(
    int turn, Role role, int words, int clauses, int selfClauses, int pastClauses) {}
