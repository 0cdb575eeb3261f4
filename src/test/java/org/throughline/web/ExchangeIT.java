package org.throughline.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.throughline.access.AccountRole;
import org.throughline.web.Api.Answer;

/** REFI-QDA files that belong to no study: looked into, and the codebooks handed out. */
class ExchangeIT {

  @RegisterExtension final OpenPractice practice = new OpenPractice();

  private Api rune;

  @BeforeEach
  void open() throws Exception {
    rune = practice.as(AccountRole.RESEARCHER);
  }

  private Answer look(String file) throws Exception {
    return rune.send("/exchange/readings", "book.qdc", file.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void theCodebooksComeBackUnderTheirOwnIds() throws Exception {
    Answer book = rune.get("/exchange/codebooks.qdc");
    assertThat(book.status()).isEqualTo(200);
    assertThat(book.whole().headers().firstValue("Throughline-Losses")).contains("[]");
    Answer read = look(book.whole().body());
    assertThat(read.status()).isEqualTo(200);
    assertThat(read.json().findValuesAsString("id")).contains("emotion", "emotion.fear");
    assertThat(read.json().findValuesAsString("parent")).contains("emotion");
    assertThat(read.json().at("/texts").intValue()).isZero();
    assertThat(read.json().findValuesAsString("definition"))
        .as("the definition alone, without the six parts")
        .noneMatch(words -> words.contains("Use when"));
  }

  @Test
  void ofTwoCodesOfOneNameTheSecondIsToldApart() throws Exception {
    Answer read =
        look(
            """
            <?xml version="1.0" encoding="utf-8"?>
            <CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes>
            <Code guid="11111111-1111-4111-8111-111111111111" name="Fear" isCodable="true"/>
            <Code guid="22222222-2222-4222-8222-222222222222" name="Fear" isCodable="true">
            <Code guid="33333333-3333-4333-8333-333333333333" name="%s" isCodable="true"/>
            </Code></Codes></CodeBook>
            """
                .formatted("long ".repeat(30).strip()));
    assertThat(read.json().findValuesAsString("id"))
        .containsExactly(
            "Fear", "22222222-2222-4222-8222-222222222222", "33333333-3333-4333-8333-333333333333");
    assertThat(read.json().at("/codes/2/parent").stringValue())
        .isEqualTo("22222222-2222-4222-8222-222222222222");
  }

  @Test
  void whatIsNoneIsRefusedAndOnlyResearchersLook() throws Exception {
    assertThat(look("kestrel").status()).isEqualTo(400);
    assertThat(look("kestrel").whole().body()).doesNotContain("kestrel");
    assertThat(look("<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>").status())
        .isEqualTo(400);
    assertThat(rune.post("/exchange/readings", "{}").status()).isEqualTo(400);
    Api ada = practice.clinician();
    assertThat(ada.get("/exchange/codebooks.qdc").status()).isEqualTo(200);
    assertThat(ada.post("/exchange/readings", "{}").status()).isEqualTo(403);
  }
}
