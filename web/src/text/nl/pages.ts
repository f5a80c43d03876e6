export const pages = {
  accessibility: {
    title: 'Toegankelijkheid',
    lead: 'Iedereen moet deze pagina kunnen gebruiken.',
    sections: [
      {
        title: 'Hoe ver zijn wij?',
        text: [
          'Wij toetsen elke pagina bij elke wijziging automatisch aan WCAG 2.2 niveau AA en EN 301 549. Die toets vindt nu geen fouten.',
          'Een toets door mensen met een beperking en een onafhankelijk onderzoek zijn nog niet gedaan. Daarom zeggen wij niet dat alles klopt.',
        ],
      },
      {
        title: 'Wat kunt u verwachten?',
        text: [
          'U kunt alles met het toetsenbord doen. De pagina werkt op een telefoon, bij 200 procent vergroting, in het donker en zonder beweging, en is gemaakt voor schermlezers. Elke tekening heeft ook een tabel of een lijst.',
        ],
      },
      {
        title: 'Werkt iets niet?',
        text: [
          'Zeg het uw adviseur of de beheerder van deze dienst. Zeg erbij op welke pagina u was en wat u wilde doen.',
        ],
      },
    ],
  },
  privacy: {
    title: 'Privacy',
    lead: 'Wat u hier invult, blijft van u.',
    sections: [
      {
        title: 'Wat gebeurt er met uw gegevens?',
        text: [
          'Uw werk, vaardigheden, regio, loon en wensen gaan naar de server van deze dienst om een antwoord te maken. Daarna zijn ze daar weg. Ze staan niet in het adres van de pagina en niet in een logboek.',
          'Typt u een beroep of iets dat u kunt, dan gaan die letters naar de server om te zoeken. Het beroep dat u bekijkt, staat in het adres van de pagina. De beheerder kan bijhouden welke beroepen en vacatures worden opgevraagd. Nergens staat bij wie u bent.',
        ],
      },
      {
        title: 'Wat bewaren wij?',
        text: [
          'Niets. Er zijn geen cookies, geen volgers en geen verbindingen met andere diensten. Sluit u de pagina, dan is alles weg. Alleen als u op ‘Bewaar in een bestand’ klikt, komt er een bestand op uw eigen apparaat.',
        ],
      },
      {
        title: 'Wat vragen wij niet?',
        text: [
          'Uw naam, geslacht, leeftijd, afkomst, nationaliteit en gezondheid. Ze tellen nooit mee. Zet ze ook niet in een tekst die u plakt.',
        ],
      },
      {
        title: 'Cijfers over een regio',
        text: [
          'Bij een regio tonen wij alleen groepen van 10 of meer mensen met hetzelfde beroep, afgerond op vijf. Kleinere groepen tellen daar niet mee.',
        ],
      },
      { title: 'Wie beslist?', text: ['U. Dit is een advies. Niemand wordt hier automatisch afgewezen.'] },
    ],
  },
  works: {
    title: 'Hoe werkt het?',
    lead: 'Zo komt het advies tot stand.',
    sections: [
      {
        title: 'Eén taal voor vaardigheden',
        text: [
          'Elk beroep vraagt een lijst vaardigheden. Sommige tellen zwaar, andere licht. Iets dat bijna elk beroep vraagt, zoals samenwerken, telt weinig. Iets bijzonders telt veel.',
        ],
      },
      {
        title: 'Wat u al kunt',
        text: [
          'Wij vergelijken wat u kunt met wat het werk vraagt. Kunt u iets dat erop lijkt, dan telt dat voor een deel. Een diploma of certificaat telt zwaarder dan wat u zelf zegt. Wat lang geleden is, telt minder.',
          'Samen is dat de dekking: hoeveel procent van het werk u al kunt.',
        ],
      },
      {
        title: 'De volgorde',
        text: [
          'Bovenaan staat werk dat u al voor een groot deel kunt en dat lijkt op uw eigen werk. Die twee tellen even zwaar. Is het werk meer dan één niveau hoger of lager, dan zeggen wij dat.',
          'Wij tonen technisch werk. Wat techniek is, staat in een lijst met een naam en een versie.',
        ],
      },
      {
        title: 'Wat nog ontbreekt',
        text: [
          'Daarna zoeken wij de opleidingen die precies leren wat ontbreekt, in de minste weken, voor de minste euro’s of zo vroeg mogelijk. Is er geen opleiding bekend, dan staat dat erbij.',
        ],
      },
      {
        title: 'Wat werk betaalt',
        text: [
          'Het loon bij een beroep is het middelste van wat open vacatures bieden: bruto per maand, bij 40 uur per week. Noemen minder dan vijf vacatures een loon, dan zeggen wij dat het onbekend is. Wat u tijdens een opleiding verdient, weten wij niet.',
        ],
      },
      {
        title: 'Wat wij niet weten',
        text: ['Wat onbekend is, noemen wij onbekend. Het telt nooit als nul en nooit als fout.'],
      },
      {
        title: 'Dezelfde vraag, hetzelfde antwoord',
        text: [
          'Bij elk advies staan de versies van de gegevens en de rekenregels. Met dezelfde versies komt er op dezelfde dag altijd hetzelfde uit.',
        ],
      },
    ],
    parameters: 'De rekenregels die nu gelden',
  },
};
