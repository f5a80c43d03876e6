import type { Dictionary } from '../dictionary';

export const pages: Dictionary['pages'] = {
  accessibility: {
    title: 'Accessibility',
    lead: 'Everybody must be able to use this page.',
    sections: [
      {
        title: 'How far are we?',
        text: [
          'We test every page at every change against WCAG 2.2 level AA and EN 301 549, by program. That test finds no errors now.',
          'A test by people with a disability and an independent audit have not been done. So we do not say that everything is right.',
        ],
      },
      {
        title: 'What can you expect?',
        text: [
          'You can do everything with the keyboard. The page works on a phone, at 200 per cent zoom, in the dark and without motion, and is made for screen readers. Every drawing also has a table or a list.',
        ],
      },
      {
        title: 'Does something not work?',
        text: [
          'Tell your adviser or who runs this service. Say on which page you were and what you wanted to do.',
        ],
      },
    ],
  },
  privacy: {
    title: 'Privacy',
    lead: 'What you fill in here stays yours.',
    sections: [
      {
        title: 'What happens with your data?',
        text: [
          'Your work, skills, region, pay and wishes go to the server of this service to make an answer. Then they are gone there. They are not in the address of the page and not in a log.',
          'When you type an occupation or something you can do, those letters go to the server to search. The occupation that you look at is in the address of the page. Who runs the service can note which occupations and vacancies are asked for. Nowhere does it say who you are.',
        ],
      },
      {
        title: 'What do we keep?',
        text: [
          'Nothing. There are no cookies, no trackers and no connections to other services. When you close the page, everything is gone. Only when you press ‘Save to a file’ a file comes on your own device.',
        ],
      },
      {
        title: 'What do we not ask?',
        text: [
          'Your name, sex, age, origin, nationality and health. They never count. Do not put them in a text that you paste either.',
        ],
      },
      {
        title: 'Figures of a region',
        text: [
          'For a region we show only groups of 10 or more people with the same occupation, rounded to five. Smaller groups do not count there.',
        ],
      },
      { title: 'Who decides?', text: ['You. This is advice. Nobody is rejected by a machine here.'] },
    ],
  },
  works: {
    title: 'How it works',
    lead: 'This is how the advice comes about.',
    sections: [
      {
        title: 'One language for skills',
        text: [
          'Every occupation asks a list of skills. Some weigh heavily, others lightly. What nearly every occupation asks, such as working together, counts little. What is special counts much.',
        ],
      },
      {
        title: 'What you can do',
        text: [
          'We compare what you can do with what the work asks. If you can do something like it, that counts in part. A diploma or certificate counts more than what you say yourself. What is long ago counts less.',
          'Together that is the coverage: how many per cent of the work you can do.',
        ],
      },
      {
        title: 'The order',
        text: [
          'At the top is work that you can largely do and that is like your own work. The two weigh the same. If the work is more than one level higher or lower, we say so.',
          'We show technical work. What is technical is in a list with a name and a version.',
        ],
      },
      {
        title: 'What is missing',
        text: [
          'Then we look for the courses that teach exactly what is missing, in the fewest weeks, for the fewest euros or as early as possible. If no course is known, it says so.',
        ],
      },
      {
        title: 'What work pays',
        text: [
          'The pay of an occupation is the middle one of what open vacancies offer: gross a month, for 40 hours a week. When fewer than five vacancies say what they pay, we say that it is unknown. What you earn during a course we do not know.',
        ],
      },
      {
        title: 'What we do not know',
        text: ['What is unknown we call unknown. It never counts as zero and never as wrong.'],
      },
      {
        title: 'The same question, the same answer',
        text: [
          'Every advice names the versions of the data and the rules. The same versions always give the same answer on the same day.',
        ],
      },
    ],
    parameters: 'The rules in use now',
  },
};
