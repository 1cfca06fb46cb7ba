import { createHash } from 'node:crypto';
import type { Freeze } from '@fleetcommander/backstage-plugin-fleet-common';
import type { FreezeFile } from '../../store/FleetPromotionStore';
import { parseFreezes } from './parseFreezes';
import { windowsOf } from './windowsOf';

/** The freezes of a file that fall into a range, in the order of their begin, what all its entries are called, and what of it cannot be read. */
export function freezesOf(
  file: FreezeFile,
  range: { from: Date; until: Date },
  now: Date,
): { freezes: Freeze[]; titles: string[]; problems: string[] } {
  const { repository, branch, path, text = '', author } = file;
  const { entries, problems } = parseFreezes(text);
  const url = `${repository}/blob/${encodeURI(branch)}/${encodeURI(path)}`;
  const freezes = entries.flatMap(entry => {
    const { title, reason, environments, applications, timeZone, line } = entry;
    return windowsOf(entry, range).map(
      ({ from, until }): Freeze => ({
        id: idOf([repository, title, from.toISOString()]),
        title,
        reason,
        environments,
        applications,
        from: from.toISOString(),
        until: until?.toISOString(),
        timeZone,
        cron: 'cron' in entry ? entry.cron : undefined,
        active: from <= now && (!until || until > now),
        url: `${url}#L${line}`,
        setBy: author,
      }),
    );
  });
  return {
    freezes: freezes.sort((one, other) => one.from.localeCompare(other.from)),
    titles: entries.map(({ title }) => title),
    problems: problems.map(problem => `${path}, ${problem}`),
  };
}

function idOf(parts: readonly string[]): string {
  return createHash('sha256')
    .update(JSON.stringify(parts))
    .digest('hex')
    .slice(0, 16);
}
