export const vacancies = {
  title: 'Vacatures',
  lead: 'Werk binnen uw reisafstand. Bovenaan staat wat het best past bij wat u nu kunt.',
  none: 'Wij vonden geen vacatures binnen uw reisafstand.',
  fits: (share: string) => `U kunt ${share} van wat dit werk vraagt`,
  employer: 'Werkgever',
  region: 'Regio',
  hours: 'Uren per week',
  closes: 'Reageren tot',
  why: 'Waarom past dit?',
  whyFor: (title: string) => `Waarom past ${title}?`,
  gone: 'Deze vacature is net weggehaald.',
};
