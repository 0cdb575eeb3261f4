package org.throughline.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.throughline.language.Clause.Source;

/** Clauses as text: "[words]subject:verb" and what is special about them. */
class ClausesIT {

  private static EnglishAnalyzer analyzer;

  @BeforeAll
  static void load() {
    analyzer = EnglishAnalyzer.load();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          I went home and cried.                  | [I went home]self:go [and cried]self:cry
          He made me leave.                       | [He made me]other:make [leave]self:leave
          I decided to, um, tell him.             | [I decided]self:decide [to, um, tell him]self:tell
          I had to stay.                          | [I had to stay]self:stay
          I used to hide, but now I speak up.     | [I used to hide]self:hide [but now I speak up]self:speak up
          When I was ten my dad left.             | [When I was ten]self:be [my dad left]other:leave
          My mum told me I was lazy.              | [My mum told me]other:tell [I was lazy]self:be
          The guy at work said no.                | [The guy at work said no]other:say
          There's nothing I can do.               | [There's nothing]thing:be [I can do]self:do
          I I was, I was so tired.                | [I was so tired]self:be
          Went for a walk.                        | [Went for a walk]self:go
          Nobody asked me.                        | [Nobody asked me]nobody:ask
          I left cuz he lied.                     | [I left]self:leave [cuz he lied]other:lie
          I'm gonna mess up.                      | [I'm gonna mess up]self:mess up
          I ended up drinking again.              | [I ended up]self:end up [drinking again]self:drink
          I bring my lunch along.                 | [I bring my lunch along]self:bring
          And I just like jumped off.             | [And I just like jumped off]self:jump
          I was like, this is it.                 | [I was like]self:be like [this is it]thing:be
          She's like I can't.                     | [She's like]other:be like [I can't]self:can
          I'm like my dad.                        | [I'm like my dad]self:be
          My boss told me.                        | [My boss told me]other:tell
          My uncle touched me.                    | [My uncle touched me]other:touch
          I ge- I guess he left.                  | [I guess]self:guess [he left]other:leave
          I quit - I just walked out.             | [I quit]self:quit [I just walked out]self:walk out
          I left - I'm done.                      | [I left]self:leave [I'm done]self:do
          I wa- I went home.                      | [I went home]self:go
          She sho- she yelled at me.              | [she yelled at me]other:yell
          I'm deter-determined to go.             | [I'm deter-determined]self:determine [to go]self:go
          I'm scared people will laugh.           | [I'm scared]self:be [people will laugh]other:laugh
          I usually do this alone.                | [I usually do this alone]self:do
          My work stresses me out.                | [My work stresses me out]thing:stress
          We go to the movies, eat out.           | [We go to the movies]we:go [eat out]we:eat
          It was me who called.                   | [It was me]thing:be [who called]self:call
          """)
  void cutsAndFindsSubjects(String text, String expected) {
    assertThat(clauses(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          I'm not scared of him anymore.       | be     | negated  | actual
          I don't think I'm scared.            | be     | negated  | actual
          I stopped worrying.                  | worry  | negated  | actual
          I never cry.                         | cry    | negated  | actual
          I said no without feeling guilty.    | feel   | negated  | actual
          If I told her, she would leave.      | tell   | affirmed | hypothetical
          I might call him.                    | call   | affirmed | hypothetical
          I couldn't breathe.                  | breathe| negated  | actual
          I want to be happy.                  | be     | affirmed | desired
          I wish I could sleep.                | sleep  | affirmed | desired
          I should have said no.               | say    | affirmed | counterfactual
          I'm afraid that he comes back.       | come back | affirmed | feared
          I'm scared people will laugh.        | laugh  | affirmed | feared
          """)
  void saysHowAClauseIsMeant(String text, String verb, String polarity, String reality) {
    Clause clause = clause(text, verb);
    assertThat(id(clause.polarity())).isEqualTo(polarity);
    assertThat(id(clause.reality())).isEqualTo(reality);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          He said I was pathetic.              | be   | REPORTED
          He keeps telling me that I'm wrong.  | be   | REPORTED
          I told myself I'm useless.           | be   | SELF_TALK
          I told him I wasn't going.           | go   | OWN_PAST_SPEECH
          Do you think I'm angry?              | be   | QUESTION
          I think he's lying.                  | lie  | OWN
          He said, "I'm going home."           | go   | REPORTED
          They're like, I can't help you.      | help | REPORTED
          And I'm like, I can't help it.       | help | OWN_PAST_SPEECH
          I was just like, okay, I quit.       | quit | OWN_PAST_SPEECH
          Like I said, I drink a beer.         | drink | OWN
          He said no, I went home.             | go   | OWN
          When I went, I drove slowly.         | drive | OWN
          """)
  void saysWhoseWordsTheyAre(String text, String verb, Source source) {
    assertThat(clause(text, verb).source()).isEqualTo(source);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          After my divorce I moved away.    | move away | ''
          Because of the noise I left.      | leave | ''
          Since 2019 I drink less.          | drink | ''
          After I lost him I moved away.    | lose  | after
          Since my dad died I drink.        | die   | since
          I knew what too, but then I came. | come  | but
          """)
  void aPrepositionIntroducesNoClause(String text, String verb, String connective) {
    assertThat(clause(text, verb).connective()).isEqualTo(connective);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          I was blamed by my mother. | blame  | PASSIVE
          I got arrested.            | arrest | PASSIVE
          I've been trying.          | try    | ACTIVE
          """)
  void tellsPassiveFromActive(String text, String verb, Clause.Voice voice) {
    assertThat(clause(text, verb).voice()).isEqualTo(voice);
  }

  @Test
  void wordsAreCountedWithoutMarksAndStumbles() {
    assertThat(analyzer.analyze("I, um, I don't, don't know.").words()).isEqualTo(3);
  }

  private static Clause clause(String text, String verb) {
    return analyzer.analyze(text).clauses().stream()
        .filter(clause -> clause.verbLemma().equals(verb))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no clause of " + verb + " in " + clauses(text)));
  }

  private static String clauses(String text) {
    return analyzer.analyze(text).clauses().stream()
        .map(c -> "[" + c.span().of(text) + "]" + id(c.subject()) + ":" + c.verbLemma())
        .collect(Collectors.joining(" "));
  }

  private static String id(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
