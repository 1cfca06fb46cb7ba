import { InputError } from '@backstage/errors';
import type { WantedFreeze } from './WantedFreeze';

/** As a clock of the freeze's time zone shows it. */
const clock = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/;

/**
 * Names the input where a freeze would end before it begins, which the fleet backend tells by a line of a file that nobody has seen yet.
 * Other forms of a time are left to it.
 *
 * @throws InputError
 */
export function checkOrder({
  from = '',
  until = '',
}: Pick<WantedFreeze, 'from' | 'until'>): void {
  if (clock.test(from) && clock.test(until) && until < from) {
    throw new InputError(
      `until: ${until} is before ${from}, when the freeze begins: give a later time, or none where it lasts until it is taken out`,
    );
  }
}
