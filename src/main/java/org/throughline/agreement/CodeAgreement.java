package org.throughline.agreement;

import java.util.List;
import java.util.Map;
import org.throughline.statistic.Tally;

/**
 * How far raters agree on one code.
 *
 * @param code its id, or "assimilation (in order)" for the order of a construct's codes
 * @param prevalence how many units got the code, out of all judgements
 * @param agreements each coefficient or why there is none
 * @param band what alpha allows
 */
public record CodeAgreement(String code, Tally prevalence, List<Agreement> agreements, Band band) {

  public CodeAgreement {
    agreements = List.copyOf(agreements);
  }

  static CodeAgreement of(String code, List<Agreement> agreements) {
    Agreement alpha =
        agreements.stream()
            .filter(each -> each.measure().startsWith("Krippendorff"))
            .findFirst()
            .orElseThrow();
    Map<String, Tally> chosen = alpha.basis().prevalence();
    Tally yes = chosen.getOrDefault(CodeAgreements.YES, Tally.NONE);
    return new CodeAgreement(code, yes, agreements, Band.of(alpha));
  }
}
