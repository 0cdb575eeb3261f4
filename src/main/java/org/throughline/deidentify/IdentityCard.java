package org.throughline.deidentify;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known to identify one client: collected at enrolment, extended by every review decision,
 * and itself the most secret thing in the record. Any list may be absent or empty.
 *
 * @param client whose card it is
 * @param names the client's own
 * @param nicknames what others call the client
 * @param kin relatives' names
 * @param partner partners' names
 * @param friends friends' names
 * @param clinicians names of those who treat or treated the client
 * @param employers where the client and relatives work or worked
 * @param schools likewise
 * @param organisations teams, churches, clubs
 * @param places towns, villages, regions
 * @param streets without house number
 * @param addresses whole
 * @param postcodes also ZIP codes
 * @param phones as written
 * @param emails as written
 * @param numbers of accounts, cards, records, licences
 * @param dob dates of birth
 * @param dates other dates that identify
 */
public record IdentityCard(
    String client,
    List<String> names,
    List<String> nicknames,
    List<String> kin,
    List<String> partner,
    List<String> friends,
    List<String> clinicians,
    List<String> employers,
    List<String> schools,
    List<String> organisations,
    List<String> places,
    List<String> streets,
    List<String> addresses,
    List<String> postcodes,
    List<String> phones,
    List<String> emails,
    List<String> numbers,
    List<String> dob,
    List<String> dates) {

  /** One line of the card with the kind it has. */
  record Line(Kind kind, String text) {
    @Override
    public String toString() {
      return "Line[" + kind + "]";
    }
  }

  public IdentityCard {
    if (client == null || client.isBlank()) {
      throw new IllegalArgumentException("a card names its client");
    }
    names = list(names);
    nicknames = list(nicknames);
    kin = list(kin);
    partner = list(partner);
    friends = list(friends);
    clinicians = list(clinicians);
    employers = list(employers);
    schools = list(schools);
    organisations = list(organisations);
    places = list(places);
    streets = list(streets);
    addresses = list(addresses);
    postcodes = list(postcodes);
    phones = list(phones);
    emails = list(emails);
    numbers = list(numbers);
    dob = list(dob);
    dates = list(dates);
  }

  /** Absent in a file is empty here; so is a line with nothing on it. */
  private static List<String> list(@Nullable List<@Nullable String> given) {
    List<String> lines = new ArrayList<>();
    for (String line : given == null ? List.<@Nullable String>of() : given) {
      if (line != null && !line.isBlank() && !lines.contains(line.strip())) {
        lines.add(line.strip());
      }
    }
    return List.copyOf(lines);
  }

  /** A card with nothing on it. */
  public static IdentityCard blank(String client) {
    List<String> none = List.of();
    return new IdentityCard(
        client, none, none, none, none, none, none, none, none, none, none, none, none, none, none,
        none, none, none, none);
  }

  /**
   * The card with one more line, where the reviewer learnt something.
   *
   * @param kind names go to the friends, as the card does not say whose they are; ages and
   *     nationalities are on no line of it
   */
  public IdentityCard and(Kind kind, String text) {
    boolean organisation = kind == Kind.ORGANISATION;
    boolean place = kind == Kind.PLACE;
    boolean street = kind == Kind.ADDRESS;
    boolean name = kind == Kind.NAME || kind == Kind.UNKNOWN;
    boolean number = kind.isCode();
    boolean date = kind == Kind.DATE;
    return new IdentityCard(
        client,
        names,
        nicknames,
        kin,
        partner,
        name ? plus(friends, text) : friends,
        clinicians,
        employers,
        schools,
        organisation ? plus(organisations, text) : organisations,
        place ? plus(places, text) : places,
        street ? plus(streets, text) : streets,
        addresses,
        postcodes,
        phones,
        emails,
        number ? plus(numbers, text) : numbers,
        dob,
        date ? plus(dates, text) : dates);
  }

  private static List<String> plus(List<String> list, String text) {
    List<String> all = new ArrayList<>(list);
    all.add(text);
    return all;
  }

  /** Every string of the card, with its kind. */
  List<Line> lines() {
    List<Line> lines = new ArrayList<>();
    add(lines, Kind.NAME, names, nicknames, kin, partner, friends, clinicians);
    add(lines, Kind.ORGANISATION, employers, schools, organisations);
    add(lines, Kind.PLACE, places);
    add(lines, Kind.ADDRESS, streets, addresses);
    add(lines, Kind.POSTCODE, postcodes);
    add(lines, Kind.PHONE, phones);
    add(lines, Kind.EMAIL, emails);
    add(lines, Kind.ID, numbers);
    add(lines, Kind.DATE, dob, dates);
    return lines;
  }

  @SafeVarargs
  private static void add(List<Line> lines, Kind kind, List<String>... lists) {
    for (List<String> list : lists) {
      list.forEach(text -> lines.add(new Line(kind, text)));
    }
  }

  /** How many lines are filled in. */
  public int size() {
    return lines().size();
  }

  /** Characters of the longest line. */
  public int longest() {
    return lines().stream().mapToInt(line -> line.text().length()).max().orElse(0);
  }

  /** Another one when anything on the card changes; hash it before it is kept anywhere. */
  public String fingerprint() {
    StringBuilder all = new StringBuilder();
    lines().forEach(line -> all.append(line.kind()).append('\t').append(line.text()).append('\n'));
    return all.toString();
  }

  /** Never what is on it. */
  @Override
  public String toString() {
    return "IdentityCard[lines=" + lines().size() + "]";
  }
}
