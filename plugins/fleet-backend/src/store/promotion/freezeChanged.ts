import type { Knex } from 'knex';
import type { BranchNews } from '../../promotion/git/BranchReading';
import { addEvents } from './events';

/** Says in the record of events that somebody changed when nothing is promoted. */
export async function freezeChanged(
  trx: Knex,
  repository: string,
  { last, text }: NonNullable<BranchNews['freezes']>,
): Promise<void> {
  if (!last) {
    return;
  }
  await addEvents(trx, [
    {
      id: `freeze ${repository} ${last.revision}`,
      at: last.at,
      type: 'freeze-changed',
      summary: text
        ? last.title
        : `the file of freezes was taken away: ${last.title}`,
      actor: last.author,
      repository,
      url: last.url,
    },
  ]);
}
