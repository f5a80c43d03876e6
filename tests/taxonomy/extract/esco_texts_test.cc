// Messy texts as people send them, in terms of real ESCO: what must be found, what must not, and
// what must be said not to be understood.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "taxonomy/extract/extractor.h"
#include "tests/support/esco_snapshot.h"
#include "tools/overstap/default_parameters.h"

namespace overstap::extract {
namespace {

using ::testing::Contains;
using ::testing::IsEmpty;
using ::testing::IsSupersetOf;
using ::testing::Not;
using ::testing::UnorderedElementsAre;

// With the knowledge of words that the program has.
const Extractor& EscoExtractor() {
  const Taxonomy* taxonomy = &EscoSnapshot()->taxonomy();
  static const auto* const kLookup =
      new text::Lookup(taxonomy, cli::DefaultParameters().value().knowledge);
  static const auto* const kExtractor = new Extractor(taxonomy, kLookup);
  return *kExtractor;
}

class EscoTexts : public ::testing::Test {
 protected:
  void SetUp() override {
    if (!HasEsco()) GTEST_SKIP() << "real ESCO is not there";
  }

  void Read(std::string_view text) {
    text_ = text;
    const Taxonomy& taxonomy = EscoSnapshot()->taxonomy();
    found_ = EscoExtractor().Extract(text_).value();
    for (const FoundSkill& skill : found_.skills) {
      skills_.emplace_back(taxonomy.LabelOf(skill.id, DefaultLanguageOrder()));
    }
    for (const FoundOccupation& occupation : found_.occupations) {
      occupations_.emplace_back(taxonomy.LabelOf(occupation.id, DefaultLanguageOrder()));
    }
    for (const FoundLicence& licence : found_.licences) licences_.push_back(licence.id);
    for (const ByteRange bytes : found_.unmatched) {
      unmatched_.push_back(text_.substr(bytes.begin, bytes.end - bytes.begin));
    }
  }

  std::string text_;
  Extraction found_;
  std::vector<std::string> skills_, occupations_, licences_, unmatched_;
};

TEST_F(EscoTexts, TechnicalVacancyWithTalkAroundIt) {
  Read(R"(Allround Storingsmonteur Elektrotechniek m/v (36-40u) - regio Utrecht

🔧 Jouw nieuwe uitdaging?
Bij Van Dalen draait alles om mensen. Sinds 1952 ontwerpen, bouwen en onderhouden wij installaties voor ziekenhuizen en scholen. Met 350 collega's zijn we de partner voor verduurzaming.

Wat ga je doen als storingsmonteur?
• Aansluiten en testen van schakelkasten en besturingskasten
• Inspecties conform NEN 3140 & NEN 1010
• Je bent het aanspreekpunt voor de klant

Wij vragen
- MBO niveau 3/4 diploma richting elektrotechniek
- VCA VOL en rijbewijs B
- Ervaring met PLC (Siemens TIA Portal) is een pré
- Je bent klantvriendelijk, flexibel en werkt graag in een team

Wij bieden
- Salaris tussen € 2.900 en € 3.900 bruto per maand
- Opleidingsbudget: volg een cursus projectmanagement of warmtepompen

Iedereen is welkom! Wij geloven in een diverse organisatie waar ruimte is voor elke gender of beperking.
)");
  EXPECT_THAT(skills_,
              UnorderedElementsAre("elektrotechniek", "in teams werken", "inspecties uitvoeren",
                                   "programmeerbare logische besturingseenheid"));
  EXPECT_THAT(licences_, UnorderedElementsAre("nen-3140", "nen-1010", "vca-vol", "rijbewijs-b"));
  EXPECT_EQ(found_.level->name, "mbo-3");
  EXPECT_EQ(found_.hours->min, 36);
  EXPECT_EQ(found_.hours->max, 40);
  EXPECT_THAT(unmatched_,
              IsSupersetOf({"Siemens TIA Portal",
                            "Aansluiten en testen van schakelkasten en besturingskasten"}));
}

TEST_F(EscoTexts, EnglishInsideDutch) {
  Read(R"(Medior Full Stack Developer (.NET / React)

Who are we?
We're a fast-growing scale-up in Rotterdam, building software for logistics planners.

Your role
Als developer werk je in een scrum team aan onze webapplicaties. You'll build new features in C# and TypeScript.

Your skills
- Solid knowledge of React, HTML and CSS
- Ervaring met SQL databases (SQL Server, PostgreSQL)
- HBO werk- en denkniveau
- Docker & Kubernetes = nice to have

We offer
- 40 uur, hybride werken

Diversity
People from all backgrounds are encouraged to apply, ongeacht leeftijd of geloof.
)");
  EXPECT_THAT(skills_,
              IsSupersetOf({"C#", "TypeScript", "CSS", "SQL", "SQL Server", "PostgreSQL"}));
  EXPECT_THAT(skills_, Not(Contains("Solidity")));
  EXPECT_EQ(found_.level->name, "hbo");
  EXPECT_EQ(found_.hours->min, 40);
  EXPECT_THAT(unmatched_, IsSupersetOf({"React", "Docker & Kubernetes"}));
}

TEST_F(EscoTexts, TheMunicipalityGrantsPermitsNotTheClerk) {
  Read(R"(Vacature: Financieel administratief medewerker (32 uur)
Standplaats: Zwolle | Schaal 7 | Gemeente

Wat ga je doen?
Je boekt facturen in en verwerkt bankafschriften. Je beantwoordt vragen van leveranciers.

Dit ben jij
- Je hebt een afgeronde mbo-4 opleiding (bedrijfsadministratie) of PDB;
- Je hebt kennis van AFAS of Exact Online;

Over de gemeente
De gemeente Zwolle telt 130.000 inwoners. Wij verlenen vergunningen en onderhouden wegen en groen.

Meer weten? Bel met Piet. Een assessment kan onderdeel uitmaken van de procedure.
)");
  EXPECT_THAT(skills_, UnorderedElementsAre("vragen beantwoorden"));
  EXPECT_EQ(found_.level->name, "mbo-4");
  EXPECT_EQ(found_.hours->min, 32);
  EXPECT_THAT(unmatched_, IsSupersetOf({"PDB", "AFAS", "Exact Online"}));
}

TEST_F(EscoTexts, CareVacancyWithSpacedHours) {
  Read(R"(Verzorgende IG thuiszorg | 24 - 28 uur | Team Noord

Jij maakt het verschil! Je ondersteunt cliënten bij de persoonlijke verzorging.

Wat breng je mee?
* Diploma Verzorgende IG (niveau 3)
* Je hebt een groot hart voor ouderen met dementie

Over Zorggroep Meander
Zorggroep Meander biedt zorg aan kwetsbare ouderen. Met 900 vrijwilligers bieden we maaltijden aan huis.

Acquisitie naar aanleiding van deze vacature wordt niet op prijs gesteld.
)");
  EXPECT_THAT(skills_, Not(Contains("zorgen voor ouderen")));
  EXPECT_THAT(occupations_, Not(Contains("prijsstellingsanalist")));
  EXPECT_EQ(found_.hours->min, 24);
  EXPECT_EQ(found_.hours->max, 28);
  EXPECT_EQ(found_.level->name, "mbo-3");
}

TEST_F(EscoTexts, OneLineOfTelegramStyle) {
  Read(
      "gezocht per direct!! ervaren TIG lasser RVS (dun plaatwerk), ook MIG/MAG. tekening lezen "
      "vereist. lascertificaten pre. Cnc kanten en knippen = plus. 40 uur, €18-22 p/u, eigen "
      "vervoer. Bel Henk");
  EXPECT_THAT(skills_, UnorderedElementsAre("TIG-lassen"));
  EXPECT_THAT(licences_, UnorderedElementsAre("lasdiploma"));
  EXPECT_EQ(found_.hours->min, 40);
}

TEST_F(EscoTexts, CvOfABuilderWhoWantsSomethingElse) {
  Read(R"(Profiel
Ervaren timmerman met 20+ jaar ervaring in woningbouw. Door knieklachten zoek ik werk dat lichamelijk minder zwaar is, bv. werkvoorbereider of calculator.

Werkervaring
2009 - 2023   Allround timmerman   Bouwbedrijf Heijstra
   Kozijnen stellen, dakconstructies maken, vloeren leggen
   Bekistingen maken voor betonwerk
2001-2009  Timmerman,  Uitzendbureau Bouwkracht

Opleidingen
1999 LTS Timmeren
2022 Cursus AutoCAD basis

Rijbewijs B, E
Computer: Word, Excel, beetje AutoCAD
)");
  EXPECT_EQ(found_.kind, DocumentKind::kCv);
  EXPECT_THAT(occupations_, UnorderedElementsAre("timmerman"));
  EXPECT_EQ(found_.occupations.at(0).years, 14);
  EXPECT_THAT(skills_, Not(Contains("geometrie")));
  EXPECT_THAT(skills_, Not(Contains("bouwsector")));
  EXPECT_THAT(skills_, Not(Contains("lichamelijke onderzoeken uitvoeren")));
  EXPECT_THAT(unmatched_, IsSupersetOf({"Kozijnen stellen", "dakconstructies maken"}));
}

TEST_F(EscoTexts, CvOfAWaitress) {
  Read(R"(CURRICULUM VITAE

Over mij
Na 11 jaar horeca wil ik de overstap maken naar een kantoorbaan.

WERKERVARING

Assistent-bedrijfsleider, Grand Café De Unie, Groningen (2018 - heden)
- Aansturen van een team van 12 medewerkers
- Bestellingen plaatsen bij leveranciers en voorraad beheren
- Kassa opmaken en dagomzet verwerken in Excel
- klachten van gasten afhandelen

Serveerster, Restaurant Het Anker (2012 - 2018)
Gasten ontvangen, cocktails maken, afrekenen

Vaardigheden: MS Office, sociale hygiëne
Hobby's: hardlopen, fotografie, reizen
)");
  EXPECT_THAT(occupations_, UnorderedElementsAre("ober/serveerster"));
  EXPECT_THAT(skills_,
              UnorderedElementsAre("voorraden beheren", "team leiden",
                                   "klachten van klanten afhandelen", "aankooporders plaatsen"));
  EXPECT_THAT(unmatched_, IsSupersetOf({"Gasten ontvangen", "cocktails maken"}));
}

TEST_F(EscoTexts, WhatNobodyUnderstandsGivesNothingButUnmatched) {
  Read("Flurbelkwasker\n\nFunctie-eisen\n- kwaskelen van zwomperige trullen\n- snorbelvaardig\n");
  EXPECT_THAT(skills_, IsEmpty());
  EXPECT_THAT(occupations_, IsEmpty());
  EXPECT_THAT(unmatched_, Contains("kwaskelen van zwomperige trullen"));
}

}  // namespace
}  // namespace overstap::extract
