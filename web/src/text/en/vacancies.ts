import type { Dictionary } from '../dictionary';

export const vacancies: Dictionary['vacancies'] = {
  title: 'Vacancies',
  lead: 'Work within the distance you want to travel. The best fit with what you can do now comes first.',
  none: 'We found no vacancies within the distance you want to travel.',
  fits: (share) => `You can do ${share} of what this work asks`,
  employer: 'Employer',
  region: 'Region',
  distance: 'Distance',
  km: (km) => (km < 1 ? 'less than 1 km' : `about ${km} km`),
  hours: 'Hours a week',
  pay: 'Pay a month',
  payFrom: (least) => `from ${least}`,
  payTo: (most) => `up to ${most}`,
  payBetween: (least, most) => `${least} to ${most}`,
  closes: 'Apply until',
  why: 'Why does this fit?',
  whyFor: (title) => `Why does ${title} fit?`,
  gone: 'This vacancy has just been removed.',
};
