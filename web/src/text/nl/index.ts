import { advice } from './advice';
import { choices } from './choices';
import { common } from './common';
import { how } from './how';
import { pages } from './pages';
import { region } from './region';
import { vacancies } from './vacancies';
import { who } from './who';

export const nl = { common, who, choices, how, vacancies, region, advice, pages };
