/**
 * What people did with a finding: looked at what speaks against it, reviewed it, and asked the
 * client.
 *
 * <p>A claim is named by a string that stays the same while its subject does
 * ("agency.share/session", "problem/p1"), and by what it said at the time: when new sessions change
 * the verdict, an earlier review is shown as outdated and not as consent to the new one.
 *
 * <p>Two rules live here. A claim cannot be marked as reviewed before its counter-evidence was
 * opened by the same person, unless that person gives a reason ({@link
 * org.throughline.claim.ClaimState#check}). And a claim that the client disputes never counts as
 * positive in any sum ({@link org.throughline.claim.ClaimState#mayCountAsPositive}).
 *
 * <p>Everything is an event, added and never edited; the last one holds.
 */
@NullMarked
package org.throughline.claim;

import org.jspecify.annotations.NullMarked;
