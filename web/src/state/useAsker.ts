import type { Asker } from '../api/questions';
import { profileOf, wishesOf } from '../model/profile';
import { useText } from '../text';
import { useLoket } from './loket';

/** The person of the page as who asks the API. */
export function useAsker(): Asker {
  const { person } = useLoket();
  const { language } = useText();
  return { profile: profileOf(person), ...wishesOf(person), language };
}
