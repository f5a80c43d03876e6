// Whole texts, as they are written, with what must and what must not be found.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/taxonomy/extract/reading.h"

namespace overstap::extract {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::UnorderedElementsAre;

TEST(Texts, TechnicalVacancy) {
  const Reading reading = Read(R"(CNC-verspaner (m/v) 36-40 uur

Over ons
Jansen Metaal is een familiebedrijf. Wij transporteren goederen door heel Europa en repareren machines.

Wat ga je doen?
- Je stelt zelfstandig de draaibanken in
- Je leest technische tekeningen
- Onderhoud en repareren van machines

Functie-eisen
- Mbo-3 of mbo-4 werktuigbouwkunde
- VCA is een pré; rijbewijs B is vereist
- Kennis van hydraulica, pneumatiek en SolidWorks
- Ervaring met TIG-lassen is niet vereist

Wij bieden
Een goed salaris en een cursus leidinggeven.

Interesse?
Solliciteer direct: wij adviseren klanten en sollicitanten graag.)");
  EXPECT_EQ(reading.found.kind, DocumentKind::kVacancy);
  EXPECT_THAT(reading.Occupations(), ElementsAre("CNC-verspaner"));
  EXPECT_THAT(reading.Skills(),
              UnorderedElementsAre("draaibank instellen", "technische tekeningen lezen",
                                   "machines onderhouden", "machines repareren", "hydraulica",
                                   "pneumatiek"));
  EXPECT_EQ(reading.ImportanceOf("draaibank instellen"), Importance::kImportant);
  EXPECT_EQ(reading.ImportanceOf("hydraulica"), Importance::kImportant);
  EXPECT_EQ(reading.At("technische tekeningen lezen"), "leest technische tekeningen");
  EXPECT_EQ(reading.At("hydraulica"), "hydraulica");
  EXPECT_THAT(reading.Licences(), UnorderedElementsAre("vca-basis", "rijbewijs-b"));
  EXPECT_EQ(reading.LicenceImportance("vca-basis"), Importance::kOptional);
  EXPECT_EQ(reading.LicenceImportance("rijbewijs-b"), Importance::kEssential);
  EXPECT_EQ(reading.found.level->level, 2);
  EXPECT_EQ(reading.found.hours->min, 36);
  EXPECT_EQ(reading.found.hours->max, 40);
  EXPECT_THAT(reading.Unmatched(), Contains("SolidWorks"));
}

TEST(Texts, CareVacancy) {
  const Reading reading = Read(R"(Verpleegkundige – 24 tot 32 uur per week

Wie ben jij?
Je bent in het bezit van een diploma verpleegkunde (mbo-4 of hbo-v) en je hebt een BIG-registratie.
Je kunt medicijnen toedienen, wonden verzorgen en zorgplannen opstellen.
Bij voorkeur heb je ervaring met het begeleiden van patiënten.

Diversiteit
Iedereen is welkom, ongeacht afkomst. Wij begeleiden patiënten en adviseren klanten.)");
  EXPECT_THAT(reading.Occupations(), ElementsAre("verpleegkundige"));
  EXPECT_THAT(reading.Skills(),
              UnorderedElementsAre("medicijnen toedienen", "wonden verzorgen",
                                   "zorgplannen opstellen", "patiënten begeleiden"));
  EXPECT_EQ(reading.ImportanceOf("wonden verzorgen"), Importance::kEssential);
  EXPECT_EQ(reading.ImportanceOf("patiënten begeleiden"), Importance::kOptional);
  EXPECT_THAT(reading.Regulations(), ElementsAre("big"));
  EXPECT_EQ(reading.found.level->name, "mbo-4");
  EXPECT_EQ(reading.found.level->level, 3);
  EXPECT_EQ(reading.found.hours->min, 24);
}

TEST(Texts, LogisticsVacancyWithoutHeadings) {
  const Reading reading = Read(R"(Vrachtwagenchauffeur CE

Wij zijn een transportbedrijf uit Zwolle. Wij laden goederen en beheren databases voor supermarkten.

Heb jij rijbewijs C en CE met code 95? Heb je ervaring met het lossen van vracht? Dan zoeken wij jou!
Een heftruckcertificaat is niet nodig, een heftruck rijden is mooi meegenomen.

Solliciteer via onze website; wij plannen een gesprek waarin je machines repareert.)");
  EXPECT_THAT(reading.Skills(), UnorderedElementsAre("vracht lossen", "heftruck besturen"));
  EXPECT_EQ(reading.ImportanceOf("heftruck besturen"), Importance::kOptional);
  EXPECT_EQ(reading.ImportanceOf("vracht lossen"), Importance::kEssential);
  EXPECT_THAT(reading.Licences(), UnorderedElementsAre("rijbewijs-c", "rijbewijs-ce", "code-95"));
  EXPECT_THAT(reading.Regulations(), ElementsAre("beroepsvervoer"));
}

TEST(Texts, EnglishVacancy) {
  const Reading reading = Read(R"(Software developer (full-time)

About us
We are a leading company that transports goods and repairs machines.

What you'll do
You will test software and manage databases.

What you bring
- Experience with Python and SQL is required
- Knowledge of Kubernetes
- Bachelor's degree in computer science

What we offer
Competitive salary and training to lead people.)");
  EXPECT_THAT(reading.Occupations(), ElementsAre("softwareontwikkelaar"));
  EXPECT_THAT(reading.Skills(),
              UnorderedElementsAre("software testen", "databases beheren", "Python", "SQL"));
  EXPECT_EQ(reading.ImportanceOf("Python"), Importance::kEssential);
  EXPECT_EQ(reading.ImportanceOf("databases beheren"), Importance::kImportant);
  EXPECT_EQ(reading.found.level->level, 4);
  EXPECT_EQ(reading.found.hours->min, 36);
  EXPECT_THAT(reading.Unmatched(), ElementsAre("Kubernetes"));
}

TEST(Texts, FlemishVacancy) {
  const Reading reading = Read(R"(Onderhoudstechnieker (m/v/x)

Jobomschrijving
Je staat in voor het onderhoud van machines en je spoort storingen op.

Profiel
Je hebt een diploma TSO elektromechanica.
Kennis van PLC-sturingen (Siemens S7) is een troef.

Aanbod
Een voltijdse job met maaltijdcheques en opleidingen hydraulica.)");
  EXPECT_THAT(reading.Skills(), UnorderedElementsAre("machines onderhouden", "storingen opsporen"));
  EXPECT_EQ(reading.At("storingen opsporen"), "spoort storingen");
  EXPECT_EQ(reading.found.level->level, 2);
  EXPECT_THAT(reading.Unmatched(), Contains("Siemens S7"));
}

TEST(Texts, DutchCv) {
  const Reading reading = Read(R"(Curriculum vitae

Profiel
Ik heb 8 jaar draaibanken ingesteld en ik kan technische tekeningen lezen. Ik heb nooit software getest.

Werkervaring
2015 - 2020 lasser bij Staalbouw De Vries
2010 - 2015: magazijnmedewerker, Bol
Orders verzameld en goederen geladen

Certificaten: VCA-VOL, heftruckcertificaat, rijbewijs BE

Hobby's
machines repareren)");
  EXPECT_EQ(reading.found.kind, DocumentKind::kCv);
  EXPECT_THAT(reading.Occupations(), UnorderedElementsAre("lasser", "magazijnmedewerker"));
  for (const FoundOccupation& one : reading.found.occupations) EXPECT_EQ(one.years, 5);
  EXPECT_THAT(reading.Skills(),
              UnorderedElementsAre("draaibank instellen", "technische tekeningen lezen",
                                   "orders verzamelen", "goederen laden"));
  EXPECT_EQ(reading.Skill("draaibank instellen")->years, 8);
  EXPECT_EQ(reading.At("draaibank instellen"), "draaibanken ingesteld");
  EXPECT_EQ(reading.Skill("technische tekeningen lezen")->years, std::nullopt);
  EXPECT_EQ(reading.ImportanceOf("orders verzamelen"), std::nullopt);
  EXPECT_THAT(reading.Licences(), UnorderedElementsAre("vca-vol", "heftruck", "rijbewijs-be"));
}

TEST(Texts, EnglishCv) {
  const Reading reading = Read(R"(Personal profile
I have worked as a welder for years and I can read technical drawings.

Work experience
2018 - 2022 Truck driver at Fast Freight
Transported goods and operated a forklift

Education
Bachelor's degree

Hobbies
testing software)");
  EXPECT_EQ(reading.found.kind, DocumentKind::kCv);
  EXPECT_THAT(reading.Occupations(), UnorderedElementsAre("lasser", "vrachtwagenchauffeur"));
  EXPECT_THAT(reading.Skills(), UnorderedElementsAre("technische tekeningen lezen",
                                                     "goederen vervoeren", "heftruck besturen"));
  EXPECT_EQ(reading.found.level->level, 4);
}

TEST(Texts, CvInOneParagraph) {
  const Reading reading = Read(
      "Ik heb tien jaar als magazijnmedewerker gewerkt. Ik heb 3 jaar ervaring met TIG-lassen "
      "en een diploma mbo-2, ik heb ook mbo-4 gehaald.");
  EXPECT_EQ(reading.found.kind, DocumentKind::kCv);
  EXPECT_THAT(reading.Skills(), ElementsAre("TIG-lassen"));
  EXPECT_EQ(reading.Skill("TIG-lassen")->years, 3);
  EXPECT_EQ(reading.found.level->name, "mbo-4");
}

TEST(Texts, Course) {
  const Reading reading = Read(R"(Cursus lassen voor beginners

In deze cursus leer je TIG-lassen. Na deze cursus kun je:
- MAG-lassen
- technische tekeningen lezen

Toelatingseisen
Je beschikt over een vmbo-diploma en kennis van hydraulica.)");
  EXPECT_EQ(reading.found.kind, DocumentKind::kCourse);
  EXPECT_THAT(reading.Skills(), UnorderedElementsAre("TIG-lassen", "MAG-lassen",
                                                     "technische tekeningen lezen", "hydraulica"));
  EXPECT_EQ(reading.Skill("MAG-lassen")->section, Section::kLearning);
  EXPECT_EQ(reading.ImportanceOf("MAG-lassen"), std::nullopt);
  EXPECT_EQ(reading.Skill("hydraulica")->section, Section::kAdmission);
  EXPECT_EQ(reading.ImportanceOf("hydraulica"), Importance::kEssential);
  EXPECT_EQ(reading.found.level->level, 2);
}

TEST(Texts, EnglishCourse) {
  const Reading reading = Read(R"(Training: electrical work

What you will learn
Install electrical systems and trace faults.

Entry requirements
You can read technical drawings.)");
  EXPECT_EQ(reading.found.kind, DocumentKind::kCourse);
  EXPECT_EQ(reading.Skill("storingen opsporen")->section, Section::kLearning);
  EXPECT_EQ(reading.Skill("technische tekeningen lezen")->section, Section::kAdmission);
  EXPECT_THAT(reading.Skills(), Contains("elektrische installaties aanleggen"));
}

TEST(Texts, CompanyTalkGivesNothing) {
  const Reading reading = Read(
      "Wij transporteren goederen door heel Europa en repareren machines. Onze organisatie beheert "
      "databases. Iedereen is welkom, ongeacht afkomst, die goederen laadt. Solliciteer nu en test "
      "software met ons.",
      DocumentKind::kVacancy);
  EXPECT_THAT(reading.Skills(), IsEmpty());
}

TEST(Texts, TelegramStyle) {
  const Reading reading = Read(
      "Voer klein onderhoud aan machines uit en adviseer klanten. Kennis van hydraulica "
      "vereist. Parttime of fulltime.");
  EXPECT_THAT(reading.Skills(),
              UnorderedElementsAre("machines onderhouden", "klanten adviseren", "hydraulica"));
  EXPECT_EQ(reading.ImportanceOf("hydraulica"), Importance::kEssential);
}

TEST(Texts, NothingUnderstood) {
  const Reading reading = Read("Flurbelen kwaskelen. Zwomperige trulla's!");
  EXPECT_THAT(reading.Skills(), IsEmpty());
  EXPECT_THAT(reading.Occupations(), IsEmpty());
  EXPECT_THAT(reading.Unmatched(), ElementsAre("Flurbelen kwaskelen", "Zwomperige trulla's"));
}

}  // namespace
}  // namespace overstap::extract
